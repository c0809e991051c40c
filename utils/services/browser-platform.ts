import type { Browser } from 'webextension-polyfill';
import { sleep } from '@/utils/http/sleep';
import type { Platform } from './services';

/** The browser as every part of the extension sees it: where clock, chance and the network come from. */
export function browserPlatform(browser: Browser): Platform {
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
    // Firefox refuses where nothing is managed, and tells a file that it cannot read from none in no way.
    readManaged: () => browser.storage.managed.get(null).catch(() => ({})),
    sessionStore: {
      get: async (key) => (await browser.storage.session.get(key))[key],
      set: (items) => browser.storage.session.set({ ...items }),
      remove: (keys) => browser.storage.session.remove([...keys]),
      keys: async () => Object.keys(await browser.storage.session.get(null)),
    },
    webAuthFlow: {
      launch: async (url, interactive) => browser.identity.launchWebAuthFlow({ url, interactive }),
      redirectUrl: () => browser.identity.getRedirectURL(),
    },
    withLock: async (name, task) => navigator.locks.request(name, task),
  };
}
