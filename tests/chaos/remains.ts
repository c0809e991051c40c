import { openDatabase, type Database, type RunRecord, type WriteEntry } from '@/utils/storage/database';
import type { Outcome } from '@/utils/payments/outcome';
import type { EventLoop } from './event-loop';
import type { Storage, StorageUser } from './storage';

/** What a browser's storage holds when nobody is using it. */
export interface Remains {
  readonly runs: readonly RunRecord[];
  readonly writes: readonly WriteEntry[];
  readonly outcomes: readonly (Outcome & { readonly runId: string })[];
  /** Whether the product is connected. */
  readonly isSetUp: boolean;
  /** Everything else but the vault. */
  readonly rest: unknown;
}

/** Reads a browser's storage, in nobody's name. */
export async function remainsOf(storage: Storage, loop: EventLoop): Promise<Remains> {
  const nothing = (): void => undefined;
  const reader: StorageUser = { storage, isDead: () => false, onStep: nothing, onNoted: nothing };
  let remains: Remains | undefined;
  const read = async (): Promise<void> => {
    const db: Database = await openDatabase();
    const settings = await db.getAll('settings');
    remains = {
      runs: await db.getAll('runs'),
      writes: await db.getAll('writes'),
      outcomes: await db.getAll('outcomes'),
      isSetUp: settings.some(({ manage }) => manage !== null),
      rest: [settings, await db.getAll('parked'), await db.getAll('lastRuns')],
    };
    db.close();
  };
  loop.post(() => void read(), reader);
  await loop.settle();
  if (remains === undefined) throw new Error('the storage cannot be read');
  return remains;
}
