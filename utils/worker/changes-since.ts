import { dayIn } from '@/utils/payments/iso-date';
import { Problem } from '@/utils/payments/problem';
import { startDay, type StartDate } from '@/utils/payments/start-date';
import type { LastRun } from '@/utils/storage/database';
import type { ReadBy } from '@/utils/storage/read-by';
import type { RunTask } from '@/utils/sync/run-task';
import { startAtLatest } from './start-at-latest';

export interface SinceInput {
  readonly last: LastRun | undefined;
  /** By what is read and written now. */
  readonly readBy: ReadBy;
  /** The user's IANA time zone. */
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * What a run from a start date is about. Where something by which invoices are written has changed since the last run,
 * it begins a month back, unless it would begin earlier anyway.
 * @throws Problem `noLastRun`
 */
export function changesSince(start: StartDate, { last, readBy, timeZone, now }: SinceInput): RunTask {
  const today = dayIn(timeZone, now);
  const chosen = startDay(start, today);
  const begins = chosen ?? (last === undefined ? null : dayIn(timeZone, last.startedAt));
  if (begins === null) throw new Problem('noLastRun');
  const stored = last === undefined ? {} : { stored: last.watermark };
  const latest = startAtLatest(last, readBy, today);
  if (latest !== null && latest.day < begins) {
    const query = { from: 'day', day: latest.day, timeZone, ...stored } as const;
    return { kind: 'changes', query, because: latest.why };
  }
  if (chosen === null && last !== undefined) {
    return { kind: 'changes', query: { from: 'watermark', watermark: last.watermark } };
  }
  return { kind: 'changes', query: { from: 'day', day: begins, timeZone, ...stored } };
}
