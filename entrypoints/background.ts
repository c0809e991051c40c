import '@/utils/jitless';
import { defineBackground } from 'wxt/utils/define-background';
import { attentionWords } from '@/components/attention-words';
import { plainReasonText } from '@/components/reason-text';
import { browser } from '@/utils/browser';
import { answerMessages, sendMessage } from '@/utils/messaging/messenger';
import { receive } from '@/utils/messaging/receive';
import { SCHEDULE } from '@/utils/worker/overview-ports';
import { createPlatform, WAKE } from '@/utils/worker/platform';
import { createWorker } from '@/utils/worker/worker';

export default defineBackground(() => {
  const platform = createPlatform(
    browser,
    (change, tabId) => sendMessage('runChanged', change, tabId),
    plainReasonText,
    attentionWords,
  );
  const worker = createWorker(platform);
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  answerMessages((arrival) => receive(arrival, worker.handlers, own));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === WAKE) void worker.wake();
    if (name === SCHEDULE) void worker.runWhatIsDue();
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void worker.offerSetup();
    void worker.keepPageScript();
  });
  browser.permissions.onAdded.addListener(() => {
    void worker.followSettings();
    listenToNotifications();
  });
  browser.permissions.onRemoved.addListener(() => void worker.refreshOverview());
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void worker.followSettings();
  });
  // Firefox forgets alarms when it ends, and starts with it only what listens to this; the worker wakes as always.
  browser.runtime.onStartup.addListener(() => undefined);
  listenToNotifications();
  void worker.wake();

  /** The API is there only once the user has allowed notifications. Listening twice is listening once. */
  function listenToNotifications(): void {
    (browser.notifications as typeof browser.notifications | undefined)?.onClicked.addListener(showOverview);
  }
});

/** The popup in a tab: nothing but a click on the icon opens it where it hangs. */
function showOverview(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
}
