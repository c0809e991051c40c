import { Problem, reasonOf } from '@/utils/payments/problem';
import type { RunRecord } from '@/utils/storage/database';
import { summaryOf, unfinishedRuns } from '@/utils/storage/run-history';
import { passesByItself } from '@/utils/sync/judge-problem';
import { LONGEST_PAUSE_MS, type RunController } from '@/utils/sync/run-controller';
import type { RunSummary } from '@/utils/sync/run-state';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';

/** A run is taken up again at most so often; after that something is wrong that does not pass. */
const MOST_RESUMED = 25;

/** Until somebody who did not answer when a run was taken up is asked once more. */
const ASK_AGAIN_MS = 60_000;

export interface TakeUpOptions {
  readonly connectionId: string;
  readonly platform: Pick<WorkerPlatform, 'now'>;
  readonly services: () => Promise<Pick<Services, 'database'>>;
  readonly runs: RunController;
  readonly goOn: (run: RunRecord, before: RunSummary) => Promise<unknown>;
}

/**
 * Takes up a run of a connection that the worker's death cut off, or a paused one whose time has come.
 * @returns whether there may be more to take up, now or later
 * @throws Problem when the storage does not tell
 */
export async function takeUp(options: TakeUpOptions): Promise<boolean> {
  const { connectionId, platform, services, runs, goOn } = options;
  if (runs.isActive() || !(await runs.storeEnds())) return true;
  const { database } = await services();
  const [run] = await unfinishedRuns(database, connectionId);
  if (run === undefined) return false;
  const waits = (run.resumesAt ?? 0) - platform.now();
  // One that would wait longer than any does was paused before the clock was set back.
  if (waits > 0 && waits <= LONGEST_PAUSE_MS) return true;
  if (run.resumed >= MOST_RESUMED) {
    await keep('failed', new Problem('runGaveUp'));
    return true;
  }
  try {
    await goOn({ ...run, resumed: run.resumed + 1 }, summaryOf(run));
  } catch (error) {
    // Whoever began another one or stopped this one sees to it.
    if (['runAlreadyActive', 'runStopped'].includes(reasonOf(error).code)) return true;
    await keep(passesByItself(error) ? 'paused' : 'failed', error);
  }
  return true;

  /** Remembers why the run was not taken up. */
  async function keep(phase: 'paused' | 'failed', why: unknown): Promise<void> {
    if (run === undefined) return;
    const now = platform.now();
    await database.put('runs', {
      ...run,
      phase,
      failure: reasonOf(why),
      resumed: run.resumed + 1,
      finishedAt: phase === 'failed' ? now : null,
      resumesAt: phase === 'paused' ? now + ASK_AGAIN_MS : null,
    });
  }
}
