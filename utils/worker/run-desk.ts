import pLimit from 'p-limit';
import type { RunAnswer, RunChange } from '@/utils/messaging/protocol';
import { reasonOf, type Problem } from '@/utils/payments/problem';
import type { StartDate } from '@/utils/payments/start-date';
import { unfinishedRuns } from '@/utils/storage/run-history';
import { createRunController, type RunController } from '@/utils/sync/run-controller';
import { createConnectionDesk, type ConnectionDeskOptions } from './connection-desk';
import type { WorkerPlatform } from './worker-platform';

/** Manage asks clients to limit parallelism: so many writes at once, of however many connections. */
const WRITES_AT_ONCE = 3;

export interface RunDeskOptions extends Pick<ConnectionDeskOptions, 'services' | 'openSession' | 'pages'> {
  readonly platform: WorkerPlatform;
  /** Told of progress now and then, and of every end or pause. */
  readonly onChange: (change: RunChange) => void;
}

type ConnectionDesk = ReturnType<typeof createConnectionDesk>;

interface Place {
  readonly runs: RunController;
  readonly desk: ConnectionDesk;
}

/**
 * The runs of all connections: one at a time for each, those of several side by side, so that books that do not answer
 * hold up no others. They share Manage's rate limit and the number of writes under way.
 */
export function createRunDesk({ platform, services, openSession, pages, onChange }: RunDeskOptions) {
  const places = new Map<string, Place>();
  const limitWrites = pLimit(WRITES_AT_ONCE);

  function placeOf(connectionId: string): Place {
    const known = places.get(connectionId);
    if (known !== undefined) return known;
    const { now, sleep, keepAlive } = platform;
    const runs = createRunController({
      now,
      sleep,
      keepAlive,
      alone: (work) => platform.alone(connectionId, work),
      onState: (run) => onChange({ connectionId, run }),
    });
    const desk = createConnectionDesk({
      connectionId,
      platform,
      services,
      openSession,
      runs,
      pages,
      limitWrites,
      keepWaking: () => platform.wakeEveryMinute(true),
    });
    const place = { runs, desk };
    places.set(connectionId, place);
    return place;
  }

  const deskOf = (connectionId: string): ConnectionDesk => placeOf(connectionId).desk;

  return {
    /** What is done with the runs of one connection, which is looked for in the settings when it is done. */
    of: deskOf,

    /** Begins a run of each. */
    start: (
      connectionIds: readonly string[],
      start: StartDate,
      mode: 'sync' | 'preview',
    ): Promise<readonly RunAnswer[]> =>
      Promise.all(
        connectionIds.map(async (connectionId): Promise<RunAnswer> => {
          try {
            return {
              connectionId,
              answer: { ok: true, value: await deskOf(connectionId).start(start, mode) },
            };
          } catch (error) {
            return { connectionId, answer: { ok: false, reason: reasonOf(error) } };
          }
        }),
      ),

    /** Ends whatever is under way, as failed for this reason, without a word to the storage. */
    endAll(why: Problem): void {
      for (const { runs } of places.values()) runs.stop(why);
    },

    /** Whether a run of any connection is under way and does not wait. */
    isAnyRunning: (): boolean => [...places.values()].some(({ desk }) => desk.isRunning()),

    /** Takes up what there is to take up; to be called every minute until nothing is left. */
    async wake(): Promise<void> {
      try {
        const unfinished = await unfinishedRuns((await services()).database);
        const ids = new Set([...places.keys(), ...unfinished.map(({ connectionId }) => connectionId)]);
        const left = await Promise.all([...ids].map((id) => deskOf(id).takeUp()));
        const isAnyActive = [...places.values()].some(({ runs }) => runs.isActive());
        platform.wakeEveryMinute(left.includes(true) || isAnyActive);
      } catch {
        // While the storage does not tell, it stays as it is.
      }
    },
  };
}

export type RunDesk = ReturnType<typeof createRunDesk>;
