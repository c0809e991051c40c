import { dayIn, sameDayLastMonth } from '@/utils/payments/iso-date';
import { reason } from '@/utils/payments/reason';
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
 * it begins a month back, unless it would begin earlier anyway; and so it does, saying why, from the last run where there
 * was none: of several connections run together, some may be new.
 */
export function changesSince(start: StartDate, { last, readBy, timeZone, now }: SinceInput): RunTask {
  const today = dayIn(timeZone, now);
  const chosen = startDay(start, today);
  const begins = chosen ?? (last === undefined ? sameDayLastMonth(today) : dayIn(timeZone, last.startedAt));
  const stored = last === undefined ? {} : { stored: last.watermark };
  const latest = startAtLatest(last, readBy, today);
  if (latest !== null && latest.day < begins) {
    const query = { from: 'day', day: latest.day, timeZone, ...stored } as const;
    return { kind: 'changes', query, because: latest.why };
  }
  if (chosen === null && last !== undefined) {
    return { kind: 'changes', query: { from: 'watermark', watermark: last.watermark } };
  }
  const query = { from: 'day', day: begins, timeZone, ...stored } as const;
  return { kind: 'changes', query, ...(chosen === null && { because: reason('noLastRun') }) };
}
