import '@/utils/jitless';
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '@/utils/browser';
import { onMessage, sendMessage } from '@/utils/messaging/messenger';
import { serve } from '@/utils/messaging/serve';
import { createWorker } from '@/utils/worker/worker';
import { createPlatform } from '@/utils/worker/platform';

export default defineBackground(() => {
  const platform = createPlatform(browser, (state, tabId) => sendMessage('runChanged', state, tabId));
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('') };
  serve(createWorker(platform), onMessage, own);
  browser.action.onClicked.addListener(() => void platform.openOptions());
});
