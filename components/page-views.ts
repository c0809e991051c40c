import type { Recognition } from '@/utils/invoice-search/recognition';
import type { ConnectionState, RunChange } from '@/utils/messaging/protocol';
import type { CurrencyOverview } from '@/utils/payments/overview';
import type { Reason } from '@/utils/payments/reason';

/** Calls the listener with all news until the answer is called. */
export type Listen<T> = (listener: (news: T) => void) => () => void;

/** What the content script tells the panel, and is told by it. */
export interface PanelLink {
  readonly onRunChanged: Listen<RunChange>;
  /** Why badges cannot be shown, or null once they can; the latest at once. */
  readonly onBadgeProblem: Listen<Reason | null>;
  /** How the page was read, the latest at once. */
  readonly onRecognition: Listen<Recognition>;
  /** Lets the user show on the page where invoice numbers are. */
  readonly showMe: () => void;
  /** Forgets what was shown of this site. */
  readonly forgetShown: () => void;
  /** To be told how the runs of all connections stand when the panel appears. */
  readonly onRuns: (connections: readonly Pick<ConnectionState, 'id' | 'run'>[]) => void;
}

/** A badge that was pressed: whose it is, and where. */
export interface PressedBadge {
  readonly number: string;
  /** Edges in CSS pixels of the window; null while the badge is not on show. */
  readonly at: () => Edges | null;
  /** Gives it the focus back. */
  readonly focus: () => void;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How the invoices in view stand together, and where their grid begins in CSS pixels of the window. */
export interface Overview {
  readonly currencies: readonly CurrencyOverview[];
  readonly at: { readonly left: number; readonly top: number; readonly width: number };
}

/** What the bar over the grid is told; null while there is nothing to tell. */
export interface OverviewLink {
  readonly current: () => Overview | null;
  readonly onOverview: Listen<Overview | null>;
}

/** What the card of a badge needs. */
export interface CardLink {
  readonly badge: PressedBadge;
  readonly onRunChanged: Listen<RunChange>;
  /** Somebody is done with the card. */
  readonly onClose: () => void;
}

/** Draws into a container and answers how to take it away again. */
type Mount<Link> = (container: HTMLElement, link: Link) => () => void;

/**
 * What is drawn on a Manage page with Preact. It comes in a script of its own (`entrypoints/page-views`), which the
 * worker puts into the page when Invoice Search is first recognised, so that Manage's other screens do without it.
 *
 * Each member draws into a shadow root, style included, and answers how to take it away again. The content script
 * decides where that root stands and when it comes and goes.
 */
export interface PageViews {
  readonly mountPanel: Mount<PanelLink>;
  readonly mountCard: Mount<CardLink>;
  /** The bar over the grid. */
  readonly mountOverview: Mount<OverviewLink>;
}

declare global {
  /**
   * Where the two scripts meet: in the world that the browser keeps apart from the page's own, so that no script of
   * the page can see or replace it. Undefined until the views have been loaded.
   */
  var paymentSyncViews: PageViews | undefined;
}
