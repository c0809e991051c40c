import type { Browser } from 'webextension-polyfill';
import { browserPlatform } from '@/utils/services/browser-platform';
import { createSettingsDesk, type SettingsDesk, type WorkerPort } from './settings-desk';

/** The desk in a page of the extension, which the browser lets reach the same hosts, storage and locks as the worker. */
export function deskInPage(browser: Browser, worker: WorkerPort): SettingsDesk {
  return createSettingsDesk(
    {
      ...browserPlatform(browser),
      tabAddresses: async () => (await browser.tabs.query({})).flatMap(({ url }) => url ?? []),
    },
    worker,
  );
}
