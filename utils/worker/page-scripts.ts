import type { Browser } from 'webextension-polyfill';
import type { PageScripts } from './page-script';

/** Where the build puts the content script of Invoice Search. */
const FILE = 'content-scripts/invoice-search.js';

const ID = 'own-manage';

/** Registers the content script with the browser, which keeps it over restarts but not over updates. */
export function createPageScripts({ scripting, tabs }: Pick<Browser, 'scripting' | 'tabs'>): PageScripts {
  const registered = () => scripting.getRegisteredContentScripts({ ids: [ID] });
  return {
    matches: async () => (await registered())[0]?.matches ?? [],

    async set(matches) {
      if ((await registered()).length > 0) await scripting.unregisterContentScripts({ ids: [ID] });
      if (matches.length === 0) return;
      await scripting.registerContentScripts([
        {
          id: ID,
          js: [FILE],
          matches: [...matches],
          persistAcrossSessions: true,
          runAt: 'document_start',
        },
      ]);
    },

    async intoOpenTabs(matches) {
      const open = await tabs.query({ url: [...matches] });
      await Promise.allSettled(
        open.map(async ({ id }) => {
          // A second copy in one page would end the first: whoever hears a message is there already.
          if (id === undefined || (await isThere(id))) return;
          await scripting.executeScript({ target: { tabId: id }, files: [FILE] });
        }),
      );
    },
  };

  async function isThere(tabId: number): Promise<boolean> {
    return tabs.sendMessage(tabId, {}).then(
      () => true,
      () => false,
    );
  }
}
