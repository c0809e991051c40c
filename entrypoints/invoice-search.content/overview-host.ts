import { createPageHost } from '@/components/page-host';
import type { Overview, PageViews } from '@/components/page-views';
import { createTopic } from './topic';

/** Puts the bar over the grid while there is something to tell, and takes it away. */
export function createOverviewHost(
  document: Document,
  loadViews: () => Promise<PageViews>,
): { readonly tell: (overview: Overview | null) => void } {
  const host = createPageHost(document, 'payment-sync-overview');
  const news = createTopic<Overview | null>();
  let current: Overview | null = null;
  const link = { current: () => current, onOverview: news.listen };
  return {
    tell(overview) {
      current = overview;
      if (overview === null) host.hide();
      else
        loadViews().then(
          (views) => current && host.show((container) => views.mountOverview(container, link)),
          // The panel says that nobody answers any more.
          () => undefined,
        );
      news.tell(overview);
    },
  };
}
