import type { Browser } from 'webextension-polyfill';
import type { RunChange } from '@/utils/messaging/protocol';
import { Problem } from '@/utils/payments/problem';
import { browserPlatform } from '@/utils/services/browser-platform';
import type { AttentionWords } from './attention-desk';
import { createOverviewPorts } from './overview-ports';
import { createPageScripts } from './page-scripts';
import type { WorkerOptions } from './worker';

/** Within the 30 s after which Chrome ends a worker that calls no extension API. */
const KEEP_ALIVE_EVERY_MS = 20_000;

/** The script of `entrypoints/page-views`. */
const PAGE_VIEWS = '/page-views.js';

/** The alarm by which a run that was cut off is taken up again. */
export const WAKE = 'wake';

/** The browser as the worker needs it. */
export function createPlatform(
  browser: Browser,
  tell: (change: RunChange, tabId: number) => Promise<unknown>,
  reasonText: WorkerOptions['reasonText'],
  attentionWords: AttentionWords,
): WorkerOptions {
  return {
    ...browserPlatform(browser),
    pageScripts: createPageScripts(browser),
    openOptions: () => browser.runtime.openOptionsPage(),
    loadPageViews: async (tabId, frameId) => {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PAGE_VIEWS] });
    },
    openSetup: async () => void (await browser.tabs.create({ url: browser.runtime.getURL('setup.html') })),
    broadcast: (change, site) => void broadcast(change, site),
    reasonText,
    overview: createOverviewPorts(browser, attentionWords),
    alone: async (name, work) =>
      navigator.locks.request(`payment-sync run ${name}`, { ifAvailable: true }, (lock) => {
        if (lock === null) throw new Problem('runAlreadyActive');
        return work();
      }),
    wakeEveryMinute: (on) => {
      // The shortest period that Chrome keeps to; an alarm outlives the worker.
      void (on ? browser.alarms.create(WAKE, { periodInMinutes: 1 }) : browser.alarms.clear(WAKE));
    },
    keepAlive: () => {
      const timer = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE_EVERY_MS);
      return () => clearInterval(timer);
    },
  };

  async function broadcast(change: RunChange, site: string): Promise<void> {
    // A pattern names no port. Pages of another firm's Manage are told nothing.
    const tabs = await browser.tabs.query({ url: [`https://${site.replace(/:\d+$/, '')}/*`] });
    // A tab without our content script (signed out, just opened) has nobody to tell.
    await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [tell(change, id)])));
  }
}
