import type { Reason } from '@/utils/payments/reason';
import { createFacts, type AskFacts } from './facts';
import { findScreen, findTitle, isStillTitle, type Captions } from './find-screen';
import { viewOf } from './in-view';
import { createBadgePlacer } from './place-badges';
import { readRows, type NumberCell } from './read-rows';
import { watch } from './watch';
import { createColumnWatch } from './watch-columns';

/** Others change what Manage holds: badges are asked for again after so many milliseconds. */
const EXPIRY_MS = 4 * 60_000;
/** A run that has told nothing for so long is taken to have died with its worker. */
const RUN_SILENT_MS = 2 * 60_000;

export interface InvoiceSearchOptions {
  readonly window: Window & typeof globalThis;
  readonly ask: AskFacts;
  readonly captions: Captions;
  /** Ends everything and takes everything off the page. */
  readonly signal: AbortSignal;
  /** Told after every look whether the page shows Invoice Search. What it adds to the page goes unnoticed. */
  readonly onScreen: (present: boolean) => void;
  /** Why badges cannot be shown; null once they can. */
  readonly onProblem: (reason: Reason | null) => void;
}

export interface InvoiceSearch {
  /** Asks again for everything on show, as after a sync. */
  refresh(): void;
  /** While a sync is running, badges wait with what would slow it down. */
  setRunning(running: boolean): void;
}

/** Recognises Invoice Search on a page of Manage and keeps a badge on each of its rows, until the signal. */
export function startInvoiceSearch(options: InvoiceSearchOptions): InvoiceSearch {
  const { window, ask, captions, signal, onScreen, onProblem } = options;
  const { document } = window;
  const badges = createBadgePlacer(document);
  const columns = createColumnWatch(window, () => watcher.quietly(() => badges.refit()));
  const facts = createFacts({ ask, window, signal, onProblem, onChange: () => update(() => undefined) });
  let title: Element | null = null;
  let silence: number | undefined;
  const watcher = watch({
    window,
    signal,
    look: () => update((cells) => facts.want(viewOf(cells, window))),
    onMutation: () => watcher.quietly(takeOffWrong),
  });

  /** Once there, the screen stays while its title does: its grid is built anew by every search. */
  function update(whileLaidOut: (cells: readonly NumberCell[]) => void): boolean {
    const { found } = findScreen(document, captions);
    title = found !== null || title !== null ? findTitle(document, captions.screenTitles) : null;
    const grids = found ?? [];
    columns.watch(grids.map(({ numberHeader }) => numberHeader));
    const cells = grids.flatMap(readRows);
    watcher.quietly(() => {
      badges.place(cells, facts.of, () => whileLaidOut(cells));
      onScreen(title !== null);
    });
    return title !== null;
  }
  function takeOffWrong(): void {
    if (title !== null && isStillTitle(title, captions.screenTitles)) badges.removeStale();
    else badges.clear();
  }
  function refresh(): void {
    facts.invalidate();
    watcher.soon();
  }

  const expiry = window.setInterval(() => {
    if (document.visibilityState === 'visible') facts.expire();
  }, EXPIRY_MS);
  // Settings are changed in another tab: what could not be asked before may be answered on return.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh(), {
    signal,
  });
  signal.addEventListener('abort', () => {
    window.clearInterval(expiry);
    window.clearTimeout(silence);
    columns.watch([]);
    badges.clear();
    onScreen(false);
  });

  return {
    refresh,
    setRunning(running) {
      window.clearTimeout(silence);
      facts.setRunning(running);
      if (running) silence = window.setTimeout(() => facts.setRunning(false), RUN_SILENT_MS);
    },
  };
}
