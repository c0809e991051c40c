import type { OptionsPort } from '@/components/options/options-port';
import { hostsOf } from '@/utils/accounting/registry';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import { manageHosts } from '@/utils/services/manage-hosts';
import { deskInPage } from '@/utils/settings-desk/desk-in-page';
import type { SettingsDesk } from '@/utils/settings-desk/settings-desk';

/** What the pages on which settings are made do themselves. */
export const settingsDesk = (): SettingsDesk =>
  deskInPage(browser, {
    saveSettings: (input) => sendMessage('saveSettings', input),
    tryManage: () => sendMessage('tryManage', undefined),
  });

/** What they need from outside. */
export const settingsPort = (desk: SettingsDesk): OptionsPort => ({
  ...desk,
  microsoftRedirectUrl: () => Promise.resolve({ ok: true, value: browser.identity.getRedirectURL() }),
  readShownPages: () => sendMessage('readShownPages', undefined),
  forgetShownPage: (input) => sendMessage('forgetShownPage', input),
  signInToMicrosoft: (input) => sendMessage('signInToMicrosoft', input),
  onManaged(listener) {
    const changed = (_: unknown, area: string): void => {
      if (area === 'managed') listener();
    };
    browser.storage.onChanged.addListener(changed);
    return () => browser.storage.onChanged.removeListener(changed);
  },
  onShown(listener) {
    const changed = (): void => {
      if (document.visibilityState === 'visible') listener();
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  },
  hostsOf: { manage: manageHosts, connection: hostsOf },
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  hasOrigins: (origins) => browser.permissions.contains({ origins: [...origins] }),
  requestNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
  download,
  copy: (text) => navigator.clipboard.writeText(text),
  openSetup: () => void sendMessage('openSetup', undefined),
  version: browser.runtime.getManifest().version,
  now: () => Date.now(),
  openTab: (address) => void browser.tabs.create({ url: address }),
});

function download(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = fileName;
  link.click();
  // The download has begun by the next turn of the event loop; a file with secrets must not stay reachable.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
