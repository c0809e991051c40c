import { debounce } from './debounce';
import { onNavigation } from './navigation';

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

/** A row is told by what it holds and by its title; every other attribute is looks. */
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['title', 'cellindex'],
};

export interface WatchOptions {
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  /** The page changed, and nothing has been painted since. Called while the screen is present, with no delay. */
  readonly onMutation: () => void;
  /** Time to look. Answers whether the screen is present. */
  readonly look: () => boolean;
}

export interface Watch {
  /** Looks as soon as the page has settled. */
  readonly soon: () => void;
  /** Does something to the page that is not to be noticed. */
  quietly(work: () => void): void;
}

/**
 * Tells when to look at a page that is never reloaded. While the screen is present its mutations are watched; on
 * other screens only for a moment after a navigation, and for the rest there is one look every five seconds.
 */
export function watch({ window, signal, onMutation, look }: WatchOptions): Watch {
  const { document } = window;
  let present = false;
  let observing = false;
  let arrival: number | undefined;

  const observer = new window.MutationObserver(noticed);
  const soon = debounce(check, { waitMs: WAIT_MS, atMostMs: WAIT_AT_MOST_MS, timers: window, signal });

  function noticed(): void {
    if (present) onMutation();
    soon();
  }
  function observe(): void {
    const wanted = present || arrival !== undefined;
    if (wanted === observing) return;
    observing = wanted;
    if (wanted) observer.observe(document.documentElement, OBSERVED);
    else observer.disconnect();
  }
  function check(): void {
    if (signal.aborted || document.visibilityState === 'hidden') return;
    present = look();
    observe();
  }
  function arrive(): void {
    window.clearTimeout(arrival);
    arrival = window.setTimeout(() => {
      arrival = undefined;
      observe();
    }, ARRIVAL_MS);
    observe();
    soon();
  }
  function quietly(work: () => void): void {
    if (observer.takeRecords().length > 0) noticed();
    work();
    observer.takeRecords();
  }

  onNavigation(window, arrive, signal);
  document.addEventListener('scroll', () => present && soon(), { signal, capture: true, passive: true });
  document.addEventListener('visibilitychange', soon, { signal });
  const slowly = window.setInterval(check, SLOW_CHECK_MS);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearInterval(slowly);
    window.clearTimeout(arrival);
  });
  arrive();
  return { soon, quietly };
}
