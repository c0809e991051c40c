import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '@/utils/browser';
import { onMessage, sendMessage } from '@/utils/messaging/messenger';
import { createWorker } from '@/utils/worker/worker';

export default defineBackground(() => {
  const worker = createWorker({
    fetch: (...args) => fetch(...args),
    crypto,
    now: () => Date.now(),
    monotonicNow: () => performance.now(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    broadcast: (state) => {
      void browser.tabs.query({ url: 'https://*.myconnectwise.net/*' }).then((tabs) => {
        for (const { id } of tabs) if (id !== undefined) sendMessage('runChanged', state, id).catch(() => undefined);
      });
    },
  });
  onMessage('panelState', () => worker.panelState());
  onMessage('startRun', ({ data }) => worker.startRun(data));
  onMessage('stopRun', () => worker.stopRun());
  onMessage('badgeFacts', ({ data }) => worker.badgeFacts(data));
  onMessage('readSettings', () => worker.readSettings());
  onMessage('saveSettings', ({ data }) => worker.saveSettings(data));
});
