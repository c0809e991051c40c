import { isWorthReading, type RunState } from '@/utils/sync/run-state';
import type { Database, Scope } from './database';

/** So many runs of all connections are kept in this browser. */
export const RUNS_KEPT = 30;

/** The newest run of a scope with its outcomes; null when there was none in this browser. */
export async function newestRun(db: Database, scope: Scope): Promise<RunState | null> {
  const runs = await db.getAllFromIndex('runs', 'startedAt');
  const newest = runs.findLast((run) => run.scope === scope);
  if (newest === undefined) return null;
  const { scope: _scope, ...summary } = newest;
  const rows = await db.getAll('outcomes', ofRun(summary.id));
  return {
    ...summary,
    outcomes: rows.map(({ runId: _runId, ...outcome }) => outcome).filter(isWorthReading),
  };
}

/** Drops all but the newest runs, with their outcomes and writes. */
export async function pruneRuns(db: Database, keep = RUNS_KEPT): Promise<void> {
  const oldestFirst = await db.getAllKeysFromIndex('runs', 'startedAt');
  for (const id of oldestFirst.slice(0, Math.max(0, oldestFirst.length - keep))) {
    const stores = db.transaction(['runs', 'outcomes', 'writes'], 'readwrite');
    await Promise.all([
      stores.objectStore('runs').delete(id),
      stores.objectStore('outcomes').delete(ofRun(id)),
      stores.objectStore('writes').delete(ofRun(id)),
      stores.done,
    ]);
  }
}

/** All keys that begin with a run's id. An array sorts after every text. */
function ofRun(runId: string): IDBKeyRange {
  return IDBKeyRange.bound([runId], [runId, []]);
}
