import type { ConnectionState, PanelState, RunAnswer } from '@/utils/messaging/protocol';
import { Problem, reasonOf } from '@/utils/payments/problem';
import type { Reason, ReasonCode } from '@/utils/payments/reason';
import type { StartDate } from '@/utils/payments/start-date';
import { changeAttention, readAttention } from '@/utils/storage/attention';
import { passesByItself } from '@/utils/sync/judge-problem';
import type { RunState } from '@/utils/sync/run-state';
import { alarmAt, dueAt } from '@/utils/sync/schedule';
import type { Services } from '@/utils/services/services';

/** The browser's alarm that rings when runs are due. Not every browser keeps it over a restart. */
export interface ScheduleAlarm {
  /** Epoch ms for which it is set; null where it is not. */
  get(): Promise<number | null>;
  set(at: number): Promise<void>;
  clear(): Promise<void>;
}

export interface ScheduledRunsOptions {
  /** Epoch ms. */
  readonly now: () => number;
  readonly alarm: ScheduleAlarm;
  readonly services: () => Promise<Pick<Services, 'database' | 'settings'>>;
  readonly standing: () => Promise<PanelState>;
  readonly begin: (connectionId: string, start: StartDate) => Promise<RunState>;
}

/** Runs every connection from its last successful run, by the clock or when asked to. */
export interface ScheduledRuns {
  /** Sets the alarm for when the next runs are due. To be called when the worker starts and when settings changed. */
  keepTime(): Promise<void>;
  /** To be called when the alarm rings. */
  ring(): Promise<void>;
  /** Begins a run of every connection that has none under way. */
  beginAll(): Promise<readonly RunAnswer[]>;
  /** When the next runs are due, in epoch ms; null where they are switched off. */
  nextAt(): Promise<number | null>;
}

export function createScheduledRuns(options: ScheduledRunsOptions): ScheduledRuns {
  const { now, alarm, services, standing, begin } = options;

  async function nextAt(): Promise<number | null> {
    const { settings, database } = await services();
    const { everyHours } = (await settings.read()).schedule;
    return dueAt(everyHours, (await readAttention(database)).schedule, now());
  }

  async function keepTime(): Promise<void> {
    const due = await nextAt();
    if (due === null) return alarm.clear();
    const at = alarmAt(due, await alarm.get(), now());
    if (at !== null) await alarm.set(at);
  }

  async function beginAll(): Promise<readonly Attempt[]> {
    const { missing, connections } = await standing();
    if (missing !== null) throw new Problem(missing.code, missing.params);
    // One after the other: each asks Manage who is signed in before it begins.
    const attempts: Attempt[] = [];
    for (const connection of connections) {
      if (!isUnderWay(connection)) attempts.push(await attempt(connection));
    }
    return attempts;
  }

  async function attempt({ id, lastRunAt }: ConnectionState): Promise<Attempt> {
    const start: StartDate = { choice: lastRunAt === null ? 'past-month' : 'last-run' };
    try {
      return { connectionId: id, answer: { ok: true, value: await begin(id, start) }, passes: false };
    } catch (error) {
      return {
        connectionId: id,
        answer: { ok: false, reason: reasonOf(error) },
        passes: passesByItself(error),
      };
    }
  }

  return {
    keepTime,
    nextAt,
    beginAll: async () => (await beginAll()).map(({ passes: _, ...answer }) => answer),

    async ring() {
      const due = await nextAt();
      if (due !== null && due <= now()) {
        // What is missing for all of them stands on the toolbar without being remembered.
        const attempts = await beginAll().catch(() => []);
        const refused = attempts.flatMap(refusalOf);
        const again = attempts.some(({ passes }) => passes);
        await changeAttention((await services()).database, () => ({
          schedule: { triedAt: now(), again, refused: Object.fromEntries(refused) },
        }));
      }
      await keepTime();
    },
  };
}

/** What became of one connection, and whether what refused it passes by itself. */
type Attempt = RunAnswer & { readonly passes: boolean };

/** A run that is under way goes on by itself, and one at a time is enough. */
function isUnderWay({ run }: ConnectionState): boolean {
  return run?.phase === 'running' || run?.phase === 'paused';
}

/** A run under way keeps nothing back, and what access is lacking is looked up anew each time. */
const NOT_REMEMBERED: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'runAlreadyActive',
  'hostPermissionMissing',
]);

/** What keeps a connection from being run until somebody does something about it. */
function refusalOf({ connectionId, answer, passes }: Attempt): readonly (readonly [string, Reason])[] {
  if (answer.ok || passes || NOT_REMEMBERED.has(answer.reason.code)) return [];
  return [[connectionId, answer.reason]];
}
