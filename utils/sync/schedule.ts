import type { Reason } from '@/utils/payments/reason';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A browser that has just started, or a setting that was just made, is given so long before the first run. */
const SOON_MS = MINUTE_MS;

/** Where somebody did not answer, a run is tried again so much later, and not only after the whole period. */
const TRY_AGAIN_MS = 15 * MINUTE_MS;

/** What is remembered of runs that are due by themselves. */
export interface ScheduleMemory {
  /** Epoch ms at which they were begun last, whatever came of it. */
  readonly triedAt: number;
  /** Whether somebody did not answer then, so that one of them could not begin. */
  readonly again: boolean;
  /** Why one could not begin, by connection: only what needs a person. */
  readonly refused: Readonly<Record<string, Reason>>;
}

/**
 * When the next runs are due, in epoch ms: at once where they never were. Null when they are switched off.
 * @param everyHours 0 switches them off
 * @param now epoch ms
 */
export function dueAt(everyHours: number, memory: ScheduleMemory | null, now: number): number | null {
  if (everyHours === 0) return null;
  if (memory === null) return now;
  const period = everyHours * HOUR_MS;
  // A clock that was set back since would hold up every run until it has caught up.
  const triedAt = Math.min(memory.triedAt, now);
  return triedAt + (memory.again ? Math.min(TRY_AGAIN_MS, period) : period);
}

/**
 * For when the alarm is to be set, in epoch ms; null to leave the one that is there. What is overdue begins soon, and
 * however often this is asked, not ever later.
 * @param due as {@link dueAt} tells
 * @param set for when the alarm is set now; null where there is none
 */
export function alarmAt(due: number, set: number | null, now: number): number | null {
  const soon = now + SOON_MS;
  if (set === due || (due <= soon && set !== null && set <= soon)) return null;
  return Math.max(due, soon);
}
