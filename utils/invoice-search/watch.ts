import { concerns } from './concerns';
import { debounce, type Debounced } from './debounce';
import { onNavigation } from './navigation';
import { createDocumentWatch } from './watch-documents';

/**
 * Changes of the page settle for so long before anything is looked at, and at most for so long. The two together
 * are no more than what counts as rest in facts.ts, or a view that keeps moving would be taken for one that rests.
 */
const WAIT_MS = 150;
const WAIT_AT_MOST_MS = 250;
/** After a navigation the new screen is built within that time; then the page is left alone. */
const ARRIVAL_MS = 10_000;
/** For what shows itself in no event, such as a screen that is merely hidden. */
const SLOW_CHECK_MS = 5_000;

/** What a look at the page came to. */
export interface Looked {
  /** Whether the screen is present. */
  readonly present: boolean;
  /** The documents that hold what was read. */
  readonly documents: readonly Document[];
  /** What holds all that was read: a change elsewhere does not matter. Empty while anything may. */
  readonly roots: readonly Element[];
}

export interface WatchOptions {
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  /** The address changed, and what is on the page may still be of the screen before. */
  readonly onNavigated: () => void;
  /** The page changed, and nothing has been painted since. Called while the screen is present, with no delay. */
  readonly onMutation: () => void;
  /** Time to look. */
  readonly look: () => Looked;
}

export interface Watch {
  /** Looks as soon as the page has settled. */
  readonly soon: Debounced;
  /** Does something to the page that is not to be noticed. */
  quietly(work: () => void): void;
}

/**
 * Tells when to look at a page that is never reloaded. While the screen is present the mutations of what is read are
 * watched; on other screens only for a moment after a navigation, and for the rest there is one look every five
 * seconds.
 */
export function watch({ window, signal, onNavigated, onMutation, look }: WatchOptions): Watch {
  const { document } = window;
  let looked: Looked = { present: false, documents: [document], roots: [] };
  let arrival: number | undefined;

  const documents = createDocumentWatch(window, {
    onMutations: noticed,
    onMoved: () => looked.present && soon(),
    signal,
  });
  const soon = debounce(check, { waitMs: WAIT_MS, atMostMs: WAIT_AT_MOST_MS, timers: window, signal });

  function noticed(records: readonly MutationRecord[]): void {
    if (looked.present && !records.some((record) => concerns(record, looked.roots))) return;
    if (looked.present) onMutation();
    soon();
  }
  function observe(): void {
    documents.watch(looked.present || arrival !== undefined ? looked.documents : []);
  }
  function check(): void {
    if (signal.aborted || document.visibilityState === 'hidden') return;
    looked = look();
    observe();
  }
  function arrive(): void {
    onNavigated();
    window.clearTimeout(arrival);
    arrival = window.setTimeout(() => {
      arrival = undefined;
      observe();
    }, ARRIVAL_MS);
    observe();
    soon();
  }
  function quietly(work: () => void): void {
    const records = documents.takeRecords();
    if (records.length > 0) noticed(records);
    work();
    documents.takeRecords();
  }

  onNavigation(window, arrive, signal);
  document.addEventListener('visibilitychange', soon, { signal });
  const slowly = window.setInterval(check, SLOW_CHECK_MS);
  signal.addEventListener('abort', () => {
    window.clearInterval(slowly);
    window.clearTimeout(arrival);
  });
  arrive();
  return { soon, quietly };
}
