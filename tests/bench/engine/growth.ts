import type { Bench, Figure } from '../bench';
import { figureOf } from '../support/figure-of';
import { HEAP_WATCH_FLAGS, watchHeap } from '../support/heap-watch';
import { countingJournal } from './counting-journal';
import { streamedBooks } from './streamed-books';
import { timedRun } from './timed-run';

/** Invoices, and how often the time is measured; of a million once, since that takes as long as all the others. */
const SIZES: readonly (readonly [invoices: number, runs: number])[] = [
  [1_000, 7],
  [10_000, 5],
  [100_000, 3],
  [1_000_000, 1],
];

/** The heap is looked at once in so many pages, since looking takes time. */
const LOOK_EVERY = 2;

/** How much higher the heap may stand at any size than at the smallest. */
const PROMISED_MB = 32;

interface Run {
  readonly ms: number;
  readonly peak: number;
  readonly journal: number;
}

export const growth: Bench = {
  about: 'The engine from a thousand invoices to a million',
  how:
    'The product’s own run (status, match, plan, write, read back, journal) between books and a Manage that are simulated ' +
    'in process and take no room of their own. Memory is the highest the heap stood after any collection, less what it ' +
    'held before. Looking at the heap takes time too, so time is measured in runs of its own: the median of seven, five and three ' +
    'runs with the lowest and the highest, and one of a million. The journal keeps nothing and counts what it is given.',
  flags: HEAP_WATCH_FLAGS,
  curves: [
    { what: 'time', along: 'invoices' },
    { what: 'highest growth of the heap', along: 'invoices' },
  ],
  async run() {
    await oneRun(10_000, false);
    const figures: Figure[] = [];
    let smallest = Number.POSITIVE_INFINITY;
    for (const [size, runs] of SIZES) {
      const by = String(size);
      const timed: Run[] = [];
      for (let at = 0; at < runs; at += 1) timed.push(await oneRun(size, false));
      const watched = await oneRun(size, true);
      smallest = Math.min(smallest, watched.peak);
      figures.push(
        { what: 'time', by, unit: 'ms', ...figureOf(timed, ({ ms }) => ms) },
        { what: 'invoices', by, unit: 'per second', ...figureOf(timed, ({ ms }) => (size / ms) * 1000) },
        {
          what: 'highest growth of the heap',
          by,
          value: watched.peak,
          unit: 'MB',
          limit: smallest + PROMISED_MB,
        },
        { what: 'journal for each invoice', by, value: watched.journal / size / 1000, unit: 'kB' },
      );
    }
    return figures;
  },
};

async function oneRun(size: number, isWatched: boolean): Promise<Run> {
  const watch = isWatched ? watchHeap() : null;
  let page = 0;
  const books = streamedBooks(size, () => {
    page += 1;
    if (page % LOOK_EVERY === 0) watch?.look();
  });
  const { journal, bytes } = countingJournal();
  const ms = await timedRun(size, books, journal);
  return { ms, peak: watch?.result().peak ?? 0, journal: bytes() };
}
