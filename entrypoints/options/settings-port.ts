import type { OptionsPort } from '@/components/options/options-port';
import { hostsOf } from '@/utils/accounting/registry';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';

/** What the pages on which settings are made need from outside. */
export const settingsPort = (): OptionsPort => ({
  readSettings: () => sendMessage('readSettings', undefined),
  saveSettings: (input) => sendMessage('saveSettings', input),
  checkConnections: (only) => sendMessage('checkConnections', only),
  exportSettings: (input) => sendMessage('exportSettings', input),
  importSettings: (input) => sendMessage('importSettings', input),
  readShownPages: () => sendMessage('readShownPages', undefined),
  forgetShownPage: (input) => sendMessage('forgetShownPage', input),
  previewMatching: (input) => sendMessage('previewMatching', input),
  microsoftRedirectUrl: () => sendMessage('microsoftRedirectUrl', undefined),
  signInToMicrosoft: (input) => sendMessage('signInToMicrosoft', input),
  listEnvironments: (input) => sendMessage('listBusinessCentralEnvironments', input),
  listCompanies: (input) => sendMessage('listBusinessCentralCompanies', input),
  hostsOf,
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  hasOrigins: (origins) => browser.permissions.contains({ origins: [...origins] }),
  requestNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
  download,
  copy: (text) => navigator.clipboard.writeText(text),
  tryClosedInvoice: (input) => sendMessage('tryClosedInvoice', input),
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
