import { TZDate } from '@date-fns/tz';
import type { IsoDate } from '@/utils/payments/iso-date';

/**
 * The moment a sync from a calendar day begins at, in epoch ms: local midnight or midnight UTC, whichever is
 * earlier, since asking for too much does no harm.
 */
export function startOfDay(date: IsoDate, timeZone: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Math.min(new TZDate(year, month - 1, day, timeZone).getTime(), Date.UTC(year, month - 1, day));
}
