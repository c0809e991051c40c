import type { SessionStore } from '@/utils/storage/session-store';

/** The memory of a browser session. Clearing `items` is what happens when the browser closes. */
export function fakeSessionStore(): SessionStore & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    get: (key) => Promise.resolve(items.get(key)),
    set: (added) => {
      for (const [key, value] of Object.entries(added)) items.set(key, value);
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of keys) items.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...items.keys()]),
  };
}
