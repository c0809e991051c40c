import '@/utils/jitless';
import { defineBackground } from 'wxt/utils/define-background';
import { csvWords } from '@/components/csv-words';
import { browser } from '@/utils/browser';
import { answerMessages, sendMessage } from '@/utils/messaging/messenger';
import { receive } from '@/utils/messaging/receive';
import { createPlatform, WAKE } from '@/utils/worker/platform';
import { createWorker } from '@/utils/worker/worker';

export default defineBackground(() => {
  const platform = createPlatform(
    browser,
    (change, tabId) => sendMessage('runChanged', change, tabId),
    csvWords,
  );
  const worker = createWorker(platform);
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  answerMessages((arrival) => receive(arrival, worker.handlers, own));
  browser.action.onClicked.addListener(() => void platform.openOptions());
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === WAKE) void worker.wake();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void worker.offerSetup();
    void worker.keepPageScript();
  });
  browser.permissions.onAdded.addListener(() => void worker.keepPageScript());
  void worker.wake();
});
