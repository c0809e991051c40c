import type { StartAtLatest } from '@/utils/messaging/protocol';
import { sameDayLastMonth, type IsoDate } from '@/utils/payments/iso-date';
import { reason, type ReasonCode } from '@/utils/payments/reason';
import type { LastRun } from '@/utils/storage/database';
import type { ReadBy } from '@/utils/storage/read-by';

const WHY: Readonly<Record<keyof ReadBy, ReasonCode>> = {
  matching: 'matchingChanged',
  paid: 'paidChanged',
  writing: 'writingChanged',
};

/**
 * Where a run has to begin at the latest, since something by which invoices are written has changed since the last run
 * that lost nothing; null where any start will do.
 * @param today the day in the user's time zone
 */
export function startAtLatest(
  last: Pick<LastRun, 'readBy'> | undefined,
  now: ReadBy,
  today: IsoDate,
): StartAtLatest | null {
  const then = last?.readBy;
  if (then === undefined) return null;
  const changed = (['matching', 'paid', 'writing'] as const).find((each) => then[each] !== now[each]);
  return changed === undefined ? null : { day: sameDayLastMonth(today), why: reason(WHY[changed]) };
}
