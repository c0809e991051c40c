import { render } from 'preact';
import { OptionsPage } from '@/components/options-page';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import { settingsSchema } from '@/utils/storage/settings';

const root = document.getElementById('root');
if (root) {
  render(
    <OptionsPage
      onSave={async (form) => {
        const granted = await browser.permissions.request({ origins: ['https://goapi.poweroffice.net/*'] });
        if (!granted) return 'Not saved: the browser was not allowed to reach PowerOffice Go.';
        const { settings, secrets } = form;
        const answer = await sendMessage('saveSettings', { settings: settingsSchema.parse(settings), secrets });
        return answer.ok ? 'Saved' : answer.reason.code;
      }}
    />,
    root,
  );
}
