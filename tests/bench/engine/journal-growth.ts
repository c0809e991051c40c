import { freshDatabase, journalOf } from '../../unit/sync/support/run';
import type { Bench, Figure } from '../bench';
import { figureOf } from '../support/figure-of';
import { json } from '../support/flags';
import { streamedBooks } from './streamed-books';
import { timedRun } from './timed-run';

/** Invoices to be written, and how often that is measured. */
const SIZES: readonly (readonly [invoices: number, runs: number])[] = [
  [1_000, 5],
  [10_000, 3],
  [30_000, 1],
];

/** What a run leaves behind of each invoice. */
const STORES = ['outcomes', 'writes', 'ownRecords', 'knownInvoices'] as const;

export const journalGrowth: Bench = {
  about: 'The engine with its own journal',
  how:
    'The same run with the journal as the product keeps it, in an IndexedDB that stands in memory here (fake-indexeddb). A ' +
    'browser’s own takes another time for each invoice; what is shown is that this time does not grow with their number. ' +
    'The median of five and of three runs with the lowest and the highest, and one of thirty thousand. The journal’s size ' +
    'is that of all it keeps, as JSON.',
  flags: json,
  curves: [{ what: 'time', along: 'invoices' }],
  async run() {
    await oneRun(1_000);
    const figures: Figure[] = [];
    for (const [size, runs] of SIZES) {
      const by = String(size);
      const took: Run[] = [];
      for (let at = 0; at < runs; at += 1) took.push(await oneRun(size));
      figures.push(
        { what: 'time', by, unit: 'ms', ...figureOf(took, ({ ms }) => ms) },
        { what: 'time for each invoice', by, unit: 'ms', ...figureOf(took, ({ ms }) => ms / size) },
        {
          what: 'journal for each invoice',
          by,
          unit: 'kB',
          ...figureOf(took, ({ bytes }) => bytes / size / 1000),
        },
      );
    }
    return figures;
  },
};

interface Run {
  readonly ms: number;
  readonly bytes: number;
}

async function oneRun(size: number): Promise<Run> {
  const db = await freshDatabase();
  const ms = await timedRun(
    size,
    streamedBooks(size, () => undefined),
    journalOf(db, 'run'),
  );
  let bytes = 0;
  for (const store of STORES) bytes += JSON.stringify(await db.getAll(store)).length;
  db.close();
  return { ms, bytes };
}
