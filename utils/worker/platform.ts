import type { Browser } from 'webextension-polyfill';
import { sleep } from '@/utils/http/sleep';
import type { RunChange } from '@/utils/messaging/protocol';
import type { CsvWords } from '@/utils/payments/outcomes-csv';
import { Problem } from '@/utils/payments/problem';
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

/** The browser as the worker needs it: the one place where the worker reads the clock, chance and the network. */
export function createPlatform(
  browser: Browser,
  tell: (change: RunChange, tabId: number) => Promise<unknown>,
  csvWords: CsvWords,
  attentionWords: AttentionWords,
): WorkerOptions {
  return {
    fetch: (...args) => fetch(...args),
    crypto,
    now: () => Date.now(),
    monotonicNow: () => performance.now(),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    sleep,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    cookie: async (site, name) =>
      (await browser.cookies.get({ url: `https://${site}/`, name }))?.value ?? null,
    mayReach: (patterns) => browser.permissions.contains({ origins: [...patterns] }),
    tabAddresses: async () => (await browser.tabs.query({})).flatMap(({ url }) => url ?? []),
    pageScripts: createPageScripts(browser),
    sessionStore: {
      get: async (key) => (await browser.storage.session.get(key))[key],
      set: (items) => browser.storage.session.set({ ...items }),
      remove: (keys) => browser.storage.session.remove([...keys]),
      keys: async () => Object.keys(await browser.storage.session.get(null)),
    },
    openOptions: () => browser.runtime.openOptionsPage(),
    loadPageViews: async (tabId, frameId) => {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PAGE_VIEWS] });
    },
    openSetup: async () => void (await browser.tabs.create({ url: browser.runtime.getURL('setup.html') })),
    broadcast: (change, site) => void broadcast(change, site),
    csvWords,
    overview: createOverviewPorts(browser, attentionWords),
    webAuthFlow: {
      launch: async (url, interactive) => browser.identity.launchWebAuthFlow({ url, interactive }),
      redirectUrl: () => browser.identity.getRedirectURL(),
    },
    withLock: async (name, task) => navigator.locks.request(name, task),
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
