import type { Handlers } from '@/utils/messaging/receive';
import type { SenderKind } from '@/utils/messaging/sender';
import type { Services } from '@/utils/services/services';
import { NO_SETTINGS } from '@/utils/storage/settings';

interface ShownPageHandlerOptions {
  readonly services: () => Promise<Services>;
  /** @throws Problem for a page of another Manage than the one connected */
  readonly requireOwnSite: (from: Exclude<SenderKind, { kind: 'stranger' }>) => Promise<unknown>;
}

type ShownPageMessages =
  'invoiceSearchSettings' | 'keepShownPage' | 'forgetShownPages' | 'readShownPages' | 'forgetShownPage';

/** What a Manage page may know of how it is recognised, and what its user showed of it. */
export function createShownPageHandlers({
  services,
  requireOwnSite,
}: ShownPageHandlerOptions): Pick<Handlers, ShownPageMessages> {
  return {
    async invoiceSearchSettings(_, from) {
      const { settings, shownPages } = await services();
      // Where nothing appeared in the page, it could not say either why settings cannot be read.
      const { invoiceSearch } = await settings.read().catch(() => NO_SETTINGS);
      return { ...invoiceSearch, shown: from.kind === 'page' ? await shownPages.of(from.host) : [] };
    },

    async keepShownPage(page, from) {
      await requireOwnSite(from);
      if (from.kind === 'page') await (await services()).shownPages.add(from.host, page);
      return null;
    },

    async forgetShownPages(_, from) {
      if (from.kind === 'page') await (await services()).shownPages.forget(from.host);
      return null;
    },

    readShownPages: async () => (await services()).shownPages.all(),

    async forgetShownPage({ site, page }) {
      const { shownPages } = await services();
      await shownPages.remove(site, page);
      return shownPages.all();
    },
  };
}
