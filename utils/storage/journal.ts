import type { Watermark } from '@/utils/accounting/source';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunSummary } from '@/utils/sync/run-state';
import type { Database, LastRun, Scope } from './database';

/** At most so many failed invoices are kept for the next run. */
export const MOST_PARKED = 1000;

/** What one run remembers: every write before it is sent, every outcome before the next step. */
export interface Journal {
  /** Payment records of Manage that this browser made or was allowed to take over. */
  ownRecordIds(): Promise<ReadonlySet<number>>;
  addOwnRecord(recordId: number): Promise<void>;
  intend(change: Change): Promise<void>;
  confirm(change: Change): Promise<void>;
  record(outcome: Outcome): Promise<void>;
  parked(): Promise<readonly string[]>;
  /** Keeps a failed invoice for the next run. Answers false when the list is full. */
  park(number: string): Promise<boolean>;
  unpark(number: string): Promise<void>;
  saveSummary(summary: RunSummary): Promise<void>;
  lastRun(): Promise<LastRun | null>;
  saveLastRun(startedAt: number, watermark: Watermark): Promise<void>;
}

/** The journal of one run, kept in IndexedDB. */
export function createJournal(db: Database, scope: Scope, runId: string, now: () => number): Journal {
  const note = async (change: Change, confirmed: boolean): Promise<void> => {
    await db.put('writes', { runId, invoiceNumber: change.invoiceNumber, change, confirmed });
  };
  return {
    async ownRecordIds() {
      const records = await db.getAllFromIndex('ownRecords', 'scope', scope);
      return new Set(records.map(({ recordId }) => recordId));
    },
    async addOwnRecord(recordId) {
      await db.put('ownRecords', { scope, recordId });
    },
    intend: (change) => note(change, false),
    confirm: (change) => note(change, true),
    async record(outcome) {
      await db.put('outcomes', { ...outcome, runId });
    },
    async parked() {
      return (await db.getAllFromIndex('parked', 'scope', scope)).map(({ number }) => number);
    },
    async park(number) {
      const { store, done } = db.transaction('parked', 'readwrite');
      const kept = await store.index('scope').count(scope);
      const known = (await store.getKey([scope, number])) !== undefined;
      const room = known || kept < MOST_PARKED;
      if (room && !known) await store.put({ scope, number, since: now() });
      await done;
      return room;
    },
    unpark: (number) => db.delete('parked', [scope, number]),
    async saveSummary(summary) {
      await db.put('runs', { ...summary, scope });
    },
    lastRun: async () => (await db.get('lastRuns', scope)) ?? null,
    async saveLastRun(startedAt, watermark) {
      await db.put('lastRuns', { scope, startedAt, watermark });
    },
  };
}
