import type { LimitMemory } from '@/utils/http/rate-limit';
import { allOrNothing } from './all-or-nothing';
import type { Database } from './database';

/** Rate limits that outlive the worker and hold for the extension's pages too, kept in IndexedDB. */
export function createLimitMemory(database: () => Promise<Database>): LimitMemory {
  return {
    async change(host, next) {
      const transaction = (await database()).transaction('limits', 'readwrite');
      const { store } = transaction;
      await allOrNothing(transaction, async () => store.put(next((await store.get(host)) ?? []), host));
    },
  };
}
