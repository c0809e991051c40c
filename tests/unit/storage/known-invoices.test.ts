import { beforeEach, expect, it } from 'vitest';
import type { BooksView } from '@/utils/payments/books-view';
import type { Change } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { scopeOf, type Database } from '@/utils/storage/database';
import { createJournal } from '@/utils/storage/journal';
import { INVOICES_KNOWN, learnInvoice, pruneKnownInvoices } from '@/utils/storage/known-invoices';
import { pruneRuns } from '@/utils/storage/run-history';
import { NO_COUNTS, type RunMode } from '@/utils/sync/run-state';
import { freshDatabase, SCOPE } from '../sync/support/run';

const DAY = 86_400_000;
const SAID: BooksView = {
  kind: 'invoice',
  state: 'reversed',
  currency: 'NOK',
  total: money(100_00, 'NOK'),
  settlements: [],
  remaining: money(0, 'NOK'),
  closedOn: null,
  notes: [],
};
const CHANGE: Change = {
  invoiceId: 7,
  invoiceNumber: '12345',
  strategy: 'payment-record',
  action: 'create',
  from: { amount: null, date: null },
  to: { amount: money(100_00, 'NOK'), date: isoDate('2026-11-18') },
};

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});

async function journalOf(runId: string, startedAt: number, mode: RunMode = 'sync') {
  const task =
    mode === 'undo' ? ({ kind: 'undo', runId: 'x' } as const) : ({ kind: 'numbers', numbers: [] } as const);
  const journal = createJournal(db, {
    scope: SCOPE,
    connectionId: 'poweroffice-go',
    runId,
    task,
    resumed: 0,
    now: () => startedAt + 5,
  });
  await journal.saveSummary({
    id: runId,
    mode,
    phase: 'running',
    startedAt,
    finishedAt: null,
    resumesAt: null,
    found: 0,
    done: 0,
    counts: NO_COUNTS,
    failure: null,
    notes: [],
  });
  return journal;
}
const known = () => db.get('knownInvoices', [SCOPE, '12345']);

it('what the books said of an invoice is known from every outcome, with the moment', async () => {
  const journal = await journalOf('run', 100);
  await journal.record({ invoiceNumber: '12345', kind: 'unchanged', reasons: [] }, '', SAID);
  expect(await known()).toEqual({
    scope: SCOPE,
    number: '12345',
    seenAt: 105,
    books: { said: SAID, at: 105 },
    written: null,
  });
});

it('an outcome that no books stand behind teaches nothing', async () => {
  const journal = await journalOf('run', 100);
  await journal.record({ invoiceNumber: '12345', kind: 'failed', reasons: [] }, '');
  expect(await known()).toBeUndefined();
});

it('a confirmed write is known with the run that made it, and one that did not pass is not', async () => {
  const journal = await journalOf('run', 100);
  await journal.intend(CHANGE);
  await journal.close({ runId: 'run', change: CHANGE }, false);
  expect(await known()).toBeUndefined();
  await journal.intend(CHANGE);
  await journal.confirm(CHANGE);
  expect((await known())?.written).toEqual({ at: 105, runStartedAt: 100, undo: false, change: CHANGE });
});

it('an undo that took the write back is told apart from a sync', async () => {
  await (await journalOf('run', 100)).confirm(CHANGE);
  const back: Change = { ...CHANGE, action: 'delete', recordId: 9, from: CHANGE.to, to: CHANGE.from };
  await (await journalOf('undo', 200, 'undo')).confirm(back);
  expect((await known())?.written).toEqual({ at: 205, runStartedAt: 200, undo: true, change: back });
});

it('a write that a later run found to have passed is the run’s that made it', async () => {
  await (await journalOf('first', 100)).intend(CHANGE);
  await (await journalOf('later', 200)).close({ runId: 'first', change: CHANGE }, true);
  expect((await known())?.written).toMatchObject({ at: 205, runStartedAt: 100 });
});

it('it outlives the runs that taught it', async () => {
  await (await journalOf('run', 100)).confirm(CHANGE);
  const run = await db.get('runs', 'run');
  if (run) await db.put('runs', { ...run, phase: 'finished' });
  await pruneRuns(db, 100 * DAY);
  await pruneKnownInvoices(db, 100 * DAY);
  expect(await db.getAllKeys('runs')).toEqual([]);
  expect((await known())?.written).toMatchObject({ runStartedAt: 100 });
});

it('it is forgotten after 400 days without news', async () => {
  await learnInvoice(db, { scope: SCOPE, number: 'old', seenAt: 0 });
  await learnInvoice(db, { scope: SCOPE, number: 'new', seenAt: 2 * DAY });
  await pruneKnownInvoices(db, 401 * DAY);
  expect((await db.getAllKeys('knownInvoices')).map(([, number]) => number)).toEqual(['new']);
});

it('the oldest go first where there are too many', async () => {
  const { store, done } = db.transaction('knownInvoices', 'readwrite');
  for (let at = 0; at < INVOICES_KNOWN + 2; at += 1) {
    void store.put({ scope: SCOPE, number: String(at), seenAt: at, books: null, written: null });
  }
  await done;
  await pruneKnownInvoices(db, 0);
  expect(await db.count('knownInvoices')).toBe(INVOICES_KNOWN);
  expect(await db.get('knownInvoices', [SCOPE, '1'])).toBeUndefined();
  expect(await db.get('knownInvoices', [SCOPE, '2'])).toBeDefined();
});

it('what another member learnt is not told', async () => {
  const hers = scopeOf('na.myconnectwise.net', 'nordit', 'berit', 'poweroffice-go');
  await learnInvoice(db, { scope: hers, number: '12345', seenAt: 0 });
  expect(await known()).toBeUndefined();
});
