import '@/utils/jitless';
import { render } from 'preact';
import { i18n } from '#i18n';
import { SetupPage } from '@/components/setup/setup-page';
import type { SetupPort } from '@/components/setup/setup-port';
import { hostsOf } from '@/utils/accounting/registry';
import { browser } from '@/utils/browser';
import { sendMessage } from '@/utils/messaging/messenger';
import '../options/style.css';
import './style.css';

const port: SetupPort = {
  readSettings: () => sendMessage('readSettings', undefined),
  saveSettings: (input) => sendMessage('saveSettings', input),
  checkConnections: (only) => sendMessage('checkConnections', only),
  exportSettings: (input) => sendMessage('exportSettings', input),
  importSettings: (input) => sendMessage('importSettings', input),
  previewMatching: (input) => sendMessage('previewMatching', input),
  microsoftRedirectUrl: () => sendMessage('microsoftRedirectUrl', undefined),
  signInToMicrosoft: (input) => sendMessage('signInToMicrosoft', input),
  listEnvironments: (input) => sendMessage('listBusinessCentralEnvironments', input),
  listCompanies: (input) => sendMessage('listBusinessCentralCompanies', input),
  hostsOf,
  requestNotifications: () => browser.permissions.request({ permissions: ['notifications'] }),
  requestOrigins: (origins) => browser.permissions.request({ origins: [...origins] }),
  hasOrigins: (origins) => browser.permissions.contains({ origins: [...origins] }),
  download: () => undefined,
  copy: (text) => navigator.clipboard.writeText(text),
  tryClosedInvoice: (input) => sendMessage('tryClosedInvoice', input),
  openSetup: () => void sendMessage('openSetup', undefined),
  version: browser.runtime.getManifest().version,
  now: () => Date.now(),
  openTab: (address) => void browser.tabs.create({ url: address }),
  discoverManage: (input) => sendMessage('discoverManage', input),
  readSetup: () => sendMessage('readSetup', undefined),
  keepSetup: (draft) => sendMessage('keepSetup', draft),
  saveSetup: (input) => sendMessage('saveSetup', input),
  panelState: () => sendMessage('panelState', undefined),
  preview: (connectionId) =>
    sendMessage('startRun', {
      connectionIds: [connectionId],
      start: { choice: 'past-month' },
      mode: 'preview',
    }),
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

document.title = i18n.t('setup.title');
const root = document.getElementById('root');
if (root) render(<SetupPage port={port} />, root);

/** Shows the tab in which Manage is open; a tab of its own where none is. */
async function openManage(site: string): Promise<void> {
  const [open] = await browser.tabs.query({ url: `https://${site.replace(/:\d+$/, '')}/*` });
  if (open?.id === undefined) await browser.tabs.create({ url: `https://${site}/` });
  else await browser.tabs.update(open.id, { active: true });
}
