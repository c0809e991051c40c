import 'fake-indexeddb/auto';
import type { AccountingSource, ChangeQuery } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { openDatabase, scopeOf, type Database } from '@/utils/storage/database';
import { createJournal } from '@/utils/storage/journal';
import { outcomesOf } from '@/utils/storage/run-history';
import type { ConnectionRules } from '@/utils/sync/connection-rules';
import type { Journal } from '@/utils/sync/journal';
import type { ManagePort } from '@/utils/sync/manage-port';
import { createRunController, type RunController } from '@/utils/sync/run-controller';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunMode, RunState } from '@/utils/sync/run-state';
import type { RunTask } from '@/utils/sync/run-task';
import { fakeTime, NO_SERVER_MS } from '../../support/fake-time';

export const SCOPE = scopeOf('na.myconnectwise.net', 'nordit', 'anna', 'poweroffice-go');

const NOON = Date.UTC(2026, 10, 22, 12);

/** A connection beside which there is none. */
export const ALONE: ConnectionRules = { name: 'Nord IT', paid: USUALLY_PAID, others: [] };

/** A database of its own for each test, whatever other tests the same process runs. */
export const freshDatabase = (): Promise<Database> => openDatabase({ name: crypto.randomUUID() });

export const pastMonth: ChangeQuery = { from: 'day', day: isoDate('2026-10-22'), timeZone: 'Europe/Oslo' };

let runs = 0;

export interface SyncInput {
  readonly id?: string;
  readonly mode?: RunMode;
  readonly task?: RunTask;
  /** Called as the run goes on; it may stop it. */
  readonly onProgress?: (done: number, runs: RunController) => void;
  /** Changes the journal, so that it fails or dies. */
  readonly journal?: (journal: Journal) => Journal;
  readonly rules?: ConnectionRules;
}

/** The journal of a run in the scope of these tests. */
export function journalOf(db: Database, runId: string, task: RunTask = changes(pastMonth)): Journal {
  return createJournal(db, {
    scope: SCOPE,
    connectionId: 'poweroffice-go',
    runId,
    task,
    resumed: 0,
    now: () => NOON,
  });
}

export function changes(query: ChangeQuery): RunTask {
  return { kind: 'changes', query };
}

/** How a run ended, with what became of each invoice. */
export interface Ended extends RunState {
  readonly outcomes: readonly Outcome[];
}

/** Runs a sync of a source to a Manage, with memory in a database, and answers how it ended. */
export async function sync(
  db: Database,
  source: AccountingSource,
  manage: ManagePort,
  input: SyncInput = {},
): Promise<Ended> {
  const {
    id = `run-${(runs += 1)}`,
    mode = 'sync',
    task = changes(pastMonth),
    journal = (each) => each,
    rules = ALONE,
  } = input;
  const time = fakeTime(NOON, NO_SERVER_MS);
  const controller = createRunController({
    // Time passes between any two steps, so that all progress is told.
    now: () => {
      time.advance(1_000);
      return time.now();
    },
    sleep: time.sleep,
    keepAlive: () => () => undefined,
    alone: (work) => work(),
    onState: (state) => input.onProgress?.(state.done, controller),
  });
  const prepared = { source, manage, task, rules, journal: journal(journalOf(db, id, task)) };
  await controller.start({ id, mode, startedAt: NOON, prepare: () => Promise.resolve(prepared) });
  await controller.idle();
  const state = controller.current();
  if (state === null) throw new Error('the run never began');
  return { ...state, outcomes: await outcomesOf(db, id) };
}
