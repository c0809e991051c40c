import type { Journal } from '@/utils/sync/journal';
import type { RunTask } from '@/utils/sync/run-task';
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

    intend: (change) => updateWrite(change.invoiceNumber, (entry) => ({ ...entry, open: change })),

    confirm: (change) =>
      updateWrite(change.invoiceNumber, (entry) => ({
        ...entry,
        open: null,
        settled: { ...change, from: entry.settled?.from ?? change.from },
      })),

    async leftBehind() {
      const done = new Set((await db.getAllKeys('outcomes', ofRun(runId))).map(([, number]) => number));
      const writes = await db.getAll('writes', ofRun(runId));
      return new Map(
        writes
          .filter(({ invoiceNumber, open }) => open !== null || !done.has(invoiceNumber))
          .map(({ invoiceNumber, open, settled }) => [invoiceNumber, { open, settled }]),
      );
    },

    async confirmedChanges(ofRunId) {
      const writes = await db.getAll('writes', ofRun(ofRunId));
      return new Map(
        writes.flatMap(({ invoiceNumber, settled }) => (settled === null ? [] : [[invoiceNumber, settled]])),
      );
    },

    async record(outcome, basis) {
      const transaction = db.transaction(['outcomes', 'writes'], 'readwrite');
      const writes = transaction.objectStore('writes');
      const entry = await writes.get([runId, outcome.invoiceNumber]);
      await Promise.all([
        transaction.objectStore('outcomes').put({ ...outcome, runId, basis }),
        entry?.open == null ? undefined : writes.put({ ...entry, open: null }),
        transaction.done,
      ]);
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
      const { store, done } = db.transaction('parked', 'readwrite');
      const kept = await store.index('scope').count(scope);
      const known = (await store.getKey([scope, number])) !== undefined;
      const room = known || kept < MOST_PARKED;
      await Promise.all([room && !known ? store.put({ scope, number, since: now() }) : undefined, done]);
      return room;
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

  async function updateWrite(invoiceNumber: string, to: (entry: WriteEntry) => WriteEntry): Promise<void> {
    const { store, done } = db.transaction('writes', 'readwrite');
    const entry = (await store.get([runId, invoiceNumber])) ?? {
      runId,
      invoiceNumber,
      open: null,
      settled: null,
    };
    await Promise.all([store.put(to(entry)), done]);
  }
}
