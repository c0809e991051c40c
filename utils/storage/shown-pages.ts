import type { Database } from './database';
import { MOST_SHOWN, type ShownPage, type ShownPages } from './shown-page';

/** What users have shown of the pages of each Manage site. */
export interface ShownPagesStore {
  of(site: string): Promise<readonly ShownPage[]>;
  /** Keeps what was shown of a screen, in place of what was shown of it before. */
  add(site: string, page: ShownPage): Promise<void>;
  forget(site: string): Promise<void>;
  /** Forgets one of them. */
  remove(site: string, page: ShownPage): Promise<void>;
  all(): Promise<ShownPages>;
  /** Puts these in place of everything. */
  replace(pages: ShownPages): Promise<void>;
}

export function createShownPages(db: Database): ShownPagesStore {
  const of = async (site: string): Promise<readonly ShownPage[]> =>
    (await db.get('shownPages', site))?.pages ?? [];
  return {
    of,
    async add(site, page) {
      const others = (await of(site)).filter((each) => !isSameScreen(each, page));
      await db.put('shownPages', { site, pages: [page, ...others].slice(0, MOST_SHOWN) });
    },
    forget: (site) => db.delete('shownPages', site),
    async remove(site, page) {
      const others = (await of(site)).filter((each) => !isSameScreen(each, page));
      if (others.length === 0) await db.delete('shownPages', site);
      else await db.put('shownPages', { site, pages: others });
    },
    async all() {
      const stored = await db.getAll('shownPages');
      return Object.fromEntries(stored.map(({ site, pages }) => [site, [...pages]]));
    },
    async replace(pages) {
      const transaction = db.transaction('shownPages', 'readwrite');
      await transaction.store.clear();
      for (const [site, shown] of Object.entries(pages)) await transaction.store.put({ site, pages: shown });
      await transaction.done;
    },
  };
}

function isSameScreen({ screen: a, grid }: ShownPage, { screen: b, grid: other }: ShownPage): boolean {
  return a.title === b.title && a.address === b.address && grid === other;
}
