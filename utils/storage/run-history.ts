import type { Outcome } from '@/utils/payments/outcome';
import { showsSame } from '@/utils/payments/shows-same';
import type { RunState, RunSummary } from '@/utils/sync/run-state';
import { allOrNothing } from './all-or-nothing';
import type { Database, RunRecord, Scope } from './database';
import { ofRun } from './of-run';

/** So many runs of all connections are kept in this browser, and none older than so many days. */
const RUNS_KEPT = 30;
const DAYS_KEPT = 90;

/** The runs of a scope that are remembered, newest first. */
export async function runsOf(db: Database, scope: Scope): Promise<readonly RunRecord[]> {
  const runs = await db.getAllFromIndex('runs', 'startedAt');
  return runs.filter((run) => run.scope === scope).reverse();
}

/** The newest run of a scope; null when there was none in this browser. */
export async function newestRun(db: Database, scope: Scope): Promise<RunRecord | null> {
  return (await runsOf(db, scope))[0] ?? null;
}

/** Runs that are to go on, of one connection or of all: cut off with the worker, or paused. Oldest first. */
export async function unfinishedRuns(db: Database, connectionId?: string): Promise<readonly RunRecord[]> {
  const runs = await db.getAllFromIndex('runs', 'startedAt');
  const isWanted = (run: RunRecord): boolean =>
    connectionId === undefined || run.connectionId === connectionId;
  return runs.filter((run) => (run.phase === 'running' || run.phase === 'paused') && isWanted(run));
}

/** A run in figures, without what it takes to go on with it. */
export function summaryOf(run: RunRecord): RunSummary {
  const { scope: _scope, connectionId: _connection, task: _task, ...others } = run;
  const { resumed: _resumed, readBy: _readBy, ...summary } = others;
  return summary;
}

/** A remembered run as people follow it. */
export function runStateOf(run: RunRecord): RunState {
  return { ...summaryOf(run), timeLeft: null };
}

/** What became of each invoice of a run, as far as it was recorded. */
export async function outcomesOf(db: Database, runId: string): Promise<readonly Outcome[]> {
  const entries = await db.getAll('outcomes', ofRun(runId));
  return entries.map(({ runId: _runId, basis: _basis, ...outcome }) => outcome);
}

/** Whether a run wrote something that can be taken back, and did not take it back itself. */
export async function hasWritten(db: Database, runId: string): Promise<boolean> {
  const writes = await db.getAll('writes', ofRun(runId));
  return writes.some(({ settled }) => settled !== null && !showsSame(settled.from, settled.to));
}

/**
 * Drops runs that are too many or too old, and previews that another run has followed, with their outcomes and
 * writes. @param now epoch ms
 */
export async function pruneRuns(db: Database, now: number): Promise<void> {
  const oldestFirst = await db.getAllFromIndex('runs', 'startedAt');
  const surplus = oldestFirst.length - RUNS_KEPT;
  const tooOld = now - DAYS_KEPT * 86_400_000;
  const newest = new Map(oldestFirst.map(({ scope, id }) => [scope, id]));
  for (const [at, { id, startedAt, phase, mode, scope }] of oldestFirst.entries()) {
    const isKept = mode === 'preview' ? newest.get(scope) === id : at >= surplus;
    if ((isKept && startedAt >= tooOld) || phase === 'running' || phase === 'paused') continue;
    const stores = db.transaction(['runs', 'outcomes', 'writes'], 'readwrite');
    await allOrNothing(stores, async () => {
      await stores.objectStore('runs').delete(id);
      await stores.objectStore('outcomes').delete(ofRun(id));
      await stores.objectStore('writes').delete(ofRun(id));
    });
  }
}
