import type { Answer, BadgeFacts } from '@/utils/messaging/protocol';
import type { Reason } from '@/utils/payments/reason';
import type { ShownPage } from '@/utils/storage/shown-page';
import { createNumberProver } from './by-numbers';
import { createFacts, type AskFacts } from './facts';
import type { Captions } from './find-screen';
import { startGuide } from './guide/guide';
import { placesOf, viewOf } from './in-view';
import type { KeyGuard } from './key-guard';
import { createBadgePlacer, type PressedBadge } from './place-badges';
import { createPageReader, type PageReading } from './read-page';
import type { NumberCell } from './read-rows';
import type { Recognition } from './recognition';
import { watch, type Looked } from './watch';
import { createColumnWatch } from './watch-columns';
import { watchOverview, type Overview } from './watch-overview';

/** Others change what Manage holds: badges are asked for again after so many milliseconds. */
const EXPIRY_MS = 4 * 60_000;
/** A run that has told nothing for so long is taken to have died with its worker. */
const RUN_SILENT_MS = 2 * 60_000;
/** So many badges are made or fitted anew in one go, for the page to stay quick however many rows it shows. */
const AT_ONCE = 50;
/** Before each such go, in milliseconds: long enough for the page to have its turn. */
const TURN_MS = 20;

export interface InvoiceSearchOptions {
  readonly window: Window & typeof globalThis;
  /** Keeps keys that are meant for us from the page. */
  readonly keys: KeyGuard;
  readonly ask: AskFacts;
  readonly captions: Captions;
  /** What users have shown of this site. */
  readonly shown: readonly ShownPage[];
  /** Keeps for good what a user shows. */
  readonly keepShown: (page: ShownPage) => Promise<Answer<null>>;
  readonly reasonText: (reason: Reason) => string;
  /** Ends everything and takes everything off the page. */
  readonly signal: AbortSignal;
  /** Told after every look whether the page shows Invoice Search. What it adds to the page goes unnoticed. */
  readonly onScreen: (present: boolean) => void;
  /** Told how the page was read, whenever that is something else than before. */
  readonly onRecognition: (recognition: Recognition) => void;
  /** Somebody pressed a badge. */
  readonly onBadgePressed: (pressed: PressedBadge) => void;
  /** How the invoices in view stand together; null while nothing is known of any. Told when it has changed. */
  readonly onOverview: (overview: Overview | null) => void;
  /** Why badges cannot be shown; null once they can. */
  readonly onProblem: (reason: Reason | null) => void;
}

export interface InvoiceSearch {
  /** Asks again for everything on show, as after a sync. */
  refresh(): void;
  /** While a sync is running, badges wait with what would slow it down. */
  setRunning(running: boolean): void;
  /** Lets the user show where invoice numbers are on this page, and goes by it. */
  showMe(): void;
  /** Goes by what users have shown, from now on. */
  setShown(pages: readonly ShownPage[]): void;
}

/** Recognises Invoice Search on a page of Manage and keeps a badge on each of its rows, until the signal. */
export function startInvoiceSearch(options: InvoiceSearchOptions): InvoiceSearch {
  const { window, ask, captions, signal, onScreen, onRecognition, onProblem } = options;
  const { document } = window;
  const badges = createBadgePlacer(document, options.onBadgePressed);
  const overview = watchOverview(options.onOverview);
  const columns = createColumnWatch(window, () => {
    badges.refit();
    goOn();
  });
  const prover = createNumberProver({ ask: ask.badgeFacts, signal, onChange: () => watcher.soon() });
  const facts = createFacts({
    ask,
    window,
    signal,
    isViewKnown: () => isMeasured && !watcher.soon.isDue(),
    onProblem,
    onChange: () => goOn(),
  });
  const page = createPageReader(window, captions, prover);
  let { shown } = options;
  let reading: PageReading | null = null;
  let isMeasured = false;
  let told = '';
  let silence: number | undefined;
  let turn: number | undefined;
  let guide = new AbortController();
  const watcher = watch({
    window,
    signal,
    onNavigated() {
      guide.abort();
      page.navigated();
    },
    look,
    onMutation: () =>
      watcher.quietly(() => (reading?.screen.isStill() ? badges.removeStale() : badges.clear())),
  });

  /** Reads all there is, and takes off what is not right any more. The rest waits: each part takes a turn of its own. */
  function look(): Looked {
    const now = page.read(shown);
    const { documents, roots } = (reading = now);
    const { present } = now.screen;
    columns.watch(now.headers);
    isMeasured = false;
    place(now, 0);
    watcher.quietly(() => onScreen(present));
    tell(now.recognition);
    goOn(0);
    return { present, documents, roots };
  }
  /** Goes on once the page has had its turn, by what was read last: to read a thousand rows takes as long again. */
  function goOn(afterMs = TURN_MS): void {
    turn ??= window.setTimeout(() => {
      turn = undefined;
      // What has changed since is about to be looked at.
      if (!reading?.screen.isStill()) return;
      if (isMeasured) place(reading, AT_ONCE);
      else measure(reading);
    }, afterMs);
  }
  /** Finds out what of it is in view, and asks for what is not known of that. */
  function measure({ grids, cells }: PageReading): void {
    isMeasured = true;
    const places = placesOf(cells);
    facts.want(viewOf(places));
    overview.look(grids, places);
    goOn();
  }
  function place(now: PageReading, atMost: number): void {
    watcher.quietly(() => {
      const factsOf = (cell: NumberCell): BadgeFacts | undefined => {
        const known = facts.of(cell.number);
        return known && now.agrees(cell, known) ? known : undefined;
      };
      const isLeft = badges.place(now.cells, factsOf, atMost);
      overview.tell(factsOf);
      if (isLeft) goOn();
    });
  }
  function tell(recognition: Recognition): void {
    const text = JSON.stringify(recognition);
    if (text !== told) onRecognition(recognition);
    told = text;
  }
  function refresh(): void {
    facts.invalidate();
    prover.again();
    watcher.soon();
  }

  window.addEventListener('resize', () => reading?.screen.present && watcher.soon(), { signal });
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
    window.clearTimeout(turn);
    guide.abort();
    columns.watch([]);
    badges.clear();
    options.onOverview(null);
    onScreen(false);
  });

  return {
    refresh,
    setRunning(running) {
      window.clearTimeout(silence);
      facts.setRunning(running);
      if (running) silence = window.setTimeout(() => facts.setRunning(false), RUN_SILENT_MS);
    },
    showMe() {
      guide.abort();
      guide = new AbortController();
      startGuide({
        window,
        keys: options.keys,
        read: () => reading ?? page.read(shown),
        ask: ask.badgeFacts,
        keep: options.keepShown,
        reasonText: options.reasonText,
        signal: guide.signal,
        onKept(shownPage) {
          shown = [shownPage, ...shown];
          watcher.soon();
        },
      });
    },
    setShown(pages) {
      shown = pages;
      watcher.soon();
    },
  };
}
