import type { Journal, OpenWrite } from '@/utils/sync/journal';
import type { RunTask } from '@/utils/sync/run-task';
import { allOrNothing } from './all-or-nothing';
import type { Database, LastRun, Scope } from './database';
import { learnIn } from './known-invoices';
import { createNotFound } from './not-found';
import { notReadBack } from './not-read-back';
import { ofRun } from './of-run';
import type { ReadBy } from './read-by';
import { withStorageProblems } from './storage-problem';

/** At most so many failed invoices are kept for the next run. */
export const MOST_PARKED = 1000;

export interface JournalOptions {
  readonly scope: Scope;
  readonly connectionId: string;
  readonly runId: string;
  readonly task: RunTask;
  /** How often the run was taken up again. */
  readonly resumed: number;
  /** By what the run reads and writes, as it was when it began. */
  readonly readBy?: ReadBy;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * The journal of one run, kept in IndexedDB. Each call is one transaction.
 * @throws Problem `storageFull`, `storageGone` or `storageFailed` from every call: then nothing of it was stored
 */
export function createJournal(db: Database, options: JournalOptions): Journal {
  const { scope, connectionId, runId, task, resumed, now } = options;
  const known = options.readBy === undefined ? {} : { readBy: options.readBy };
  const missing = createNotFound(db, scope, now);

  const journal: Journal = {
    // Asked one by one: of all that were ever made, a batch shows few.
    async ownAmong(recordIds) {
      const keys = await Promise.all(recordIds.map((id) => db.getKey('ownRecords', [scope, id])));
      return new Set(keys.flatMap((key) => key?.[1] ?? []));
    },

    async addOwnRecord(recordId) {
      await db.put('ownRecords', { scope, recordId });
    },

    async intend(change) {
      const transaction = db.transaction('writes', 'readwrite');
      await allOrNothing(transaction, async () => {
        const entry = await transaction.store.get([runId, change.invoiceNumber]);
        const key = { runId, invoiceNumber: change.invoiceNumber };
        await transaction.store.put({ ...key, settled: entry?.settled ?? null, open: change });
      });
    },

    confirm: (change) => journal.close({ runId, change }, true),

    async openWrites() {
      const runs = await db.getAllFromIndex('runs', 'startedAt');
      const ids = runs.filter((run) => run.scope === scope && run.id !== runId).map(({ id }) => id);
      const open: OpenWrite[] = [];
      for (const id of [...ids, runId]) {
        for (const { open: change } of await db.getAll('writes', ofRun(id)))
          if (change !== null) open.push({ runId: id, change });
      }
      return open;
    },

    async close({ runId: ofRunId, change }, passed) {
      const transaction = db.transaction(['writes', 'runs', 'knownInvoices'], 'readwrite');
      await allOrNothing(transaction, async () => {
        const writes = transaction.objectStore('writes');
        const { invoiceNumber } = change;
        const before = (await writes.get([ofRunId, invoiceNumber]))?.settled ?? null;
        const settled = passed ? { ...change, from: before?.from ?? change.from } : before;
        await writes.put({ runId: ofRunId, invoiceNumber, open: null, settled });
        if (!passed || settled === null) return;
        const run = await transaction.objectStore('runs').get(ofRunId);
        const runStartedAt = run?.startedAt ?? now();
        const written = { runStartedAt, at: now(), undo: run?.mode === 'undo', change: settled };
        const learnt = { scope, number: invoiceNumber, seenAt: now(), written };
        await learnIn(transaction.objectStore('knownInvoices'), learnt);
      });
    },

    async leftBehind() {
      const left = new Map(await journal.confirmedChanges(runId));
      for (const { kind, invoiceNumber } of await db.getAll('outcomes', ofRun(runId)))
        if (kind === 'updated') left.delete(invoiceNumber);
      return left;
    },

    notReadBack: () => notReadBack(db, { scope, runId, now: now() }),

    async confirmedChanges(ofRunId) {
      const writes = await db.getAll('writes', ofRun(ofRunId));
      return new Map(
        writes.flatMap(({ invoiceNumber, settled }) => (settled === null ? [] : [[invoiceNumber, settled]])),
      );
    },

    async record(outcome, basis, books) {
      const transaction = db.transaction(['outcomes', 'knownInvoices'], 'readwrite');
      await allOrNothing(transaction, async () => {
        await transaction.objectStore('outcomes').put({ ...outcome, runId, basis });
        if (books === undefined) return;
        const number = outcome.invoiceNumber;
        const learnt = { scope, number, seenAt: now(), books: { said: books, at: now() } };
        await learnIn(transaction.objectStore('knownInvoices'), learnt);
      });
    },

    async outcome(invoiceNumber) {
      const entry = await db.get('outcomes', [runId, invoiceNumber]);
      if (entry === undefined) return null;
      const { runId: _runId, basis, ...outcome } = entry;
      return { outcome, basis };
    },

    async outcomes() {
      const entries = await db.getAll('outcomes', ofRun(runId));
      return entries.map(({ runId: _runId, basis: _basis, ...outcome }) => outcome);
    },

    async parked() {
      return (await db.getAllFromIndex('parked', 'scope', scope)).map(({ number }) => number);
    },

    async park(number) {
      const transaction = db.transaction('parked', 'readwrite');
      return allOrNothing(transaction, async () => {
        const { store } = transaction;
        const kept = await store.index('scope').count(scope);
        const known = (await store.getKey([scope, number])) !== undefined;
        const room = known || kept < MOST_PARKED;
        if (room && !known) await store.put({ scope, number, since: now() });
        return room;
      });
    },

    unpark: (number) => db.delete('parked', [scope, number]),

    async saveSummary(summary) {
      await db.put('runs', { ...summary, scope, connectionId, task, resumed, ...known });
    },

    notFound: () => missing.numbers(),
    keepNotFound: (number) => missing.keep(number),
    forgetNotFound: (number) => missing.forget(number),

    lastRun: async () => (await db.get('lastRuns', scope)) ?? null,

    async saveLastRun(startedAt, watermark) {
      await db.put('lastRuns', { scope, startedAt, watermark, ...known } satisfies LastRun);
    },
  };
  return withStorageProblems(journal);
}
