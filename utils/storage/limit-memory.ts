import type { LimitMemory } from '@/utils/http/rate-limit';
import type { Database } from './database';

/** Rate limits that outlive the worker, kept in IndexedDB. */
export function createLimitMemory(database: () => Promise<Database>): LimitMemory {
  return {
    load: async (host) => (await (await database()).get('limits', host)) ?? [],
    save: async (host, uses) => {
      await (await database()).put('limits', uses, host);
    },
  };
}
