import 'fake-indexeddb/auto';
import type { AccountingSource, ChangeQuery } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { openDatabase, scopeOf, type Database } from '@/utils/storage/database';
import { createJournal } from '@/utils/storage/journal';
import type { ManagePort } from '@/utils/sync/manage-port';
import { runSync, type RunInput } from '@/utils/sync/run';
import type { RunState } from '@/utils/sync/run-state';
import { fakeTime } from '../../support/fake-time';

export const SCOPE = scopeOf('na.myconnectwise.net', 'nordit', 'anna', 'poweroffice-go');

let databases = 0;

/** A database of its own for each test. */
export const freshDatabase = (): Promise<Database> => openDatabase(`test-${(databases += 1)}`);

export const pastMonth: ChangeQuery = { from: 'day', day: isoDate('2026-10-22'), timeZone: 'Europe/Oslo' };

let runs = 0;

/** Runs a sync of a source to a Manage, with memory in a database. */
export async function sync(
  db: Database,
  source: AccountingSource,
  manage: ManagePort,
  input: Partial<RunInput> & { signal?: AbortSignal; onOutcome?: (done: number) => void } = {},
): Promise<RunState> {
  const time = fakeTime(Date.UTC(2026, 10, 22, 12));
  const id = `run-${(runs += 1)}`;
  const { mode = 'sync', query = pastMonth, signal = new AbortController().signal } = input;
  return runSync(
    { id, mode, query },
    {
      source,
      manage,
      journal: createJournal(db, SCOPE, id, time.now),
      now: time.now,
      sleep: time.sleep,
      onProgress: ({ done }) => input.onOutcome?.(done),
    },
    signal,
  );
}
