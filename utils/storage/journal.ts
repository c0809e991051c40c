import type { Journal } from '@/utils/sync/ports';
import type { Database } from './database';

/** The journal of one run, kept in IndexedDB. */
export function createJournal(db: Database, scope: string, runId: string, now: () => number): Journal {
  return {
    async ownRecordIds() {
      const records = await db.getAllFromIndex('ownRecords', 'scope', scope);
      return new Set(records.map(({ recordId }) => recordId));
    },
    async addOwnRecord(recordId, invoiceId) {
      await db.put('ownRecords', { scope, recordId, invoiceId });
    },
    async record(outcome) {
      await db.put('outcomes', { ...outcome, runId });
    },
    async parked() {
      return (await db.getAllFromIndex('parked', 'scope', scope)).map(({ number }) => number);
    },
    async park(number) {
      await db.put('parked', { scope, number, since: now() });
    },
    unpark: (number) => db.delete('parked', [scope, number]),
    async finish({ startedAt, watermark }) {
      if (watermark !== null) await db.put('lastRuns', { scope, startedAt, watermark });
    },
  };
}
