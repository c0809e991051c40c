import '@/utils/jitless';
import { i18n } from '#i18n';
import { drawPage } from '@/components/draw-page';
import { SetupPage } from '@/components/setup/setup-page';
import type { SetupPort } from '@/components/setup/setup-port';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import { settingsDesk, settingsPort } from '../options/settings-port';
import '@/components/page.css';
import '../options/style.css';
import './style.css';

const desk = settingsDesk();
const port: SetupPort = {
  ...desk,
  ...settingsPort(desk),
  panelState: () => sendMessage('panelState', undefined),
  preview: (connectionId) =>
    sendMessage('startRun', {
      connectionIds: [connectionId],
      start: { choice: 'past-month' },
      mode: 'preview',
    }),
  stopRun: (connectionId) => sendMessage('stopRun', { connectionIds: [connectionId] }),
  readChanges: (connectionId, runId) =>
    sendMessage('runOutcomes', {
      connectionId,
      runId,
      kind: 'updated',
      search: '',
      order: 'number',
      descending: false,
      from: 0,
    }),
  openSettings: () => void browser.runtime.openOptionsPage(),
  openManage: (site) => void openManage(site),
  onReturn(listener) {
    const returned = (): void => {
      if (!document.hidden) listener();
    };
    document.addEventListener('visibilitychange', returned);
    return () => document.removeEventListener('visibilitychange', returned);
  },
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

drawPage(i18n.t('setup.title'), <SetupPage port={port} />);

/** Shows the tab in which Manage is open; a tab of its own where none is. */
async function openManage(site: string): Promise<void> {
  const [open] = await browser.tabs.query({ url: `https://${site.replace(/:\d+$/, '')}/*` });
  if (open?.id === undefined) await browser.tabs.create({ url: `https://${site}/` });
  else await browser.tabs.update(open.id, { active: true });
}
