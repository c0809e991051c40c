import type { ConnectionState, RunChange } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';

/** Calls the listener with all news until the answer is called. */
export type Listen<T> = (listener: (news: T) => void) => () => void;

/** What the content script tells the panel, and is told by it. */
export interface PanelLink {
  readonly onRunChanged: Listen<RunChange>;
  /** Why badges cannot be shown, or null once they can. */
  readonly onBadgeProblem: Listen<Reason | null>;
  /** To be told how the runs of all connections stand when the panel appears. */
  readonly onRuns: (connections: readonly Pick<ConnectionState, 'id' | 'run'>[]) => void;
}

/**
 * What is drawn on a Manage page with Preact. It comes in a script of its own (`entrypoints/page-views`), which the
 * worker puts into the page when Invoice Search is first recognised, so that Manage's other screens do without it.
 *
 * Each member draws into a shadow root, style included, and answers how to take it away again. The content script
 * decides where that root stands and when it comes and goes.
 */
export interface PageViews {
  readonly mountPanel: (container: HTMLElement, link: PanelLink) => () => void;
}

declare global {
  /**
   * Where the two scripts meet: in the world that the browser keeps apart from the page's own, so that no script of
   * the page can see or replace it. Undefined until the views have been loaded.
   */
  var paymentSyncViews: PageViews | undefined;
}
