import { allOrNothing } from './all-or-nothing';
import type { Database, Scope } from './database';

/** So long a number that Manage did not hold is looked up again with each run, and so many of a connection are. */
const KEPT_MS = 30 * 86_400_000;
const MOST_KEPT = 1000;

/** Numbers of the books that Manage did not hold, of one connection. */
export interface NotFound {
  /** The oldest first, without those that were kept long enough. */
  numbers(): Promise<readonly string[]>;
  /** Keeps a number from when it was first met; the oldest goes where there are too many. */
  keep(number: string): Promise<void>;
  forget(number: string): Promise<void>;
}

/** @param now epoch ms */
export function createNotFound(db: Database, scope: Scope, now: () => number): NotFound {
  return {
    async numbers() {
      const transaction = db.transaction('notFound', 'readwrite');
      return allOrNothing(transaction, async () => {
        const kept: { number: string; since: number }[] = [];
        for (const { number, since } of await transaction.store.index('scope').getAll(scope)) {
          if (since < now() - KEPT_MS) await transaction.store.delete([scope, number]);
          else kept.push({ number, since });
        }
        return kept.sort((a, b) => a.since - b.since).map(({ number }) => number);
      });
    },

    async keep(number) {
      const transaction = db.transaction('notFound', 'readwrite');
      const { store } = transaction;
      await allOrNothing(transaction, async () => {
        if ((await store.getKey([scope, number])) !== undefined) return;
        await store.put({ scope, number, since: now() });
        if ((await store.index('scope').count(scope)) <= MOST_KEPT) return;
        const all = await store.index('scope').getAll(scope);
        const oldest = all.reduce((first, each) => (each.since < first.since ? each : first));
        await store.delete([scope, oldest.number]);
      });
    },

    forget: (number) => db.delete('notFound', [scope, number]),
  };
}
