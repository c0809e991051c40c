import { isoDate } from '@/utils/payments/iso-date';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { runSync } from '@/utils/sync/run';
import type { AccountingSource } from '@/utils/accounting/source';
import type { Bench, Figure } from '../bench';
import { HEAP_WATCH_FLAGS, watchHeap } from '../support/heap-watch';
import { bitmapManage } from './bitmap-manage';
import { countingJournal } from './counting-journal';
import { streamedBooks } from './streamed-books';

const SIZES: readonly number[] = [1_000, 10_000, 100_000, 1_000_000];

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
    'held before. Looking at the heap takes time too, so time is measured in a run of its own.',
  flags: HEAP_WATCH_FLAGS,
  curves: [
    { what: 'time', along: 'invoices' },
    { what: 'highest growth of the heap', along: 'invoices' },
  ],
  async run() {
    await oneRun(10_000, false);
    const figures: Figure[] = [];
    let smallest = Number.POSITIVE_INFINITY;
    for (const size of SIZES) {
      const by = String(size);
      const timed = await oneRun(size, false);
      const watched = await oneRun(size, true);
      smallest = Math.min(smallest, watched.peak);
      figures.push(
        { what: 'time', by, value: timed.ms, unit: 'ms' },
        { what: 'invoices', by, value: (size / timed.ms) * 1000, unit: 'per second' },
        {
          what: 'highest growth of the heap',
          by,
          value: watched.peak,
          unit: 'MB',
          limit: smallest + PROMISED_MB,
        },
        { what: 'journal for each invoice', by, value: timed.journal / size / 1000, unit: 'kB' },
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
  const manage = bitmapManage(size);
  const { journal, bytes } = countingJournal();
  const begun = performance.now();
  const query = { from: 'day', day: isoDate('2026-10-22'), timeZone: 'Europe/Oslo' } as const;
  const summary = await runSync(
    { id: 'run', mode: 'sync', task: { kind: 'changes', query }, startedAt: 0 },
    {
      source: books as AccountingSource,
      manage: manage.port,
      journal,
      rules: { name: 'Books', paid: USUALLY_PAID, others: [] },
      sleep: () => Promise.resolve(),
      onProgress: () => undefined,
    },
    new AbortController().signal,
  );
  const ms = performance.now() - begun;
  if (summary.counts.updated !== size || manage.writes() !== size)
    throw new Error(`the run dealt with ${summary.counts.updated} of ${size}`);
  return { ms, peak: watch?.result().peak ?? 0, journal: bytes() };
}
