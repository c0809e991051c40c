import type { Journal, OpenWrite } from '@/utils/sync/journal';
import type { RunTask } from '@/utils/sync/run-task';
import { allOrNothing } from './all-or-nothing';
import type { Database, LastRun, Scope, WriteEntry } from './database';
import { ofRun } from './of-run';
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
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * The journal of one run, kept in IndexedDB. Each call is one transaction.
 * @throws Problem `storageFull`, `storageGone` or `storageFailed` from every call: then nothing of it was stored
 */
export function createJournal(db: Database, options: JournalOptions): Journal {
  const { scope, connectionId, runId, task, resumed, now } = options;

  const journal: Journal = {
    async ownRecordIds() {
      const records = await db.getAllFromIndex('ownRecords', 'scope', scope);
      return new Set(records.map(({ recordId }) => recordId));
    },

    async addOwnRecord(recordId) {
      await db.put('ownRecords', { scope, recordId });
    },

    intend: (change) => updateWrite(runId, change.invoiceNumber, (entry) => ({ ...entry, open: change })),

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

    close: ({ runId: ofRunId, change }, passed) =>
      updateWrite(ofRunId, change.invoiceNumber, ({ settled, ...entry }) => ({
        ...entry,
        open: null,
        settled: passed ? { ...change, from: settled?.from ?? change.from } : settled,
      })),

    async leftBehind() {
      const outcomes = await db.getAll('outcomes', ofRun(runId));
      const told = new Set(outcomes.flatMap((each) => (each.kind === 'updated' ? [each.invoiceNumber] : [])));
      const writes = await db.getAll('writes', ofRun(runId));
      return new Map(
        writes.flatMap(({ invoiceNumber, settled }) =>
          settled === null || told.has(invoiceNumber) ? [] : [[invoiceNumber, settled]],
        ),
      );
    },

    async confirmedChanges(ofRunId) {
      const writes = await db.getAll('writes', ofRun(ofRunId));
      return new Map(
        writes.flatMap(({ invoiceNumber, settled }) => (settled === null ? [] : [[invoiceNumber, settled]])),
      );
    },

    async record(outcome, basis) {
      await db.put('outcomes', { ...outcome, runId, basis });
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
      await db.put('runs', { ...summary, scope, connectionId, task, resumed });
    },

    lastRun: async () => (await db.get('lastRuns', scope)) ?? null,

    async saveLastRun(startedAt, watermark) {
      await db.put('lastRuns', { scope, startedAt, watermark } satisfies LastRun);
    },
  };
  return withStorageProblems(journal);

  async function updateWrite(
    ofRunId: string,
    invoiceNumber: string,
    to: (entry: WriteEntry) => WriteEntry,
  ): Promise<void> {
    const transaction = db.transaction('writes', 'readwrite');
    const nothing = { runId: ofRunId, invoiceNumber, open: null, settled: null };
    await allOrNothing(transaction, async () => {
      const entry = await transaction.store.get([ofRunId, invoiceNumber]);
      await transaction.store.put(to(entry ?? nothing));
    });
  }
}
