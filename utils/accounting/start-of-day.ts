import { tzOffset } from '@date-fns/tz/tzOffset';
import type { IsoDate } from '@/utils/payments/iso-date';

const MINUTE_MS = 60_000;

/**
 * The moment a sync from a calendar day begins at, in epoch ms: local midnight or midnight UTC, whichever is
 * earlier, since asking for too much does no harm.
 */
export function startOfDay(date: IsoDate, timeZone: string): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const midnight = Date.UTC(year, month - 1, day);
  const offset = (at: number): number => tzOffset(timeZone, new Date(at)) * MINUTE_MS;
  // What holds at midnight UTC may not hold yet at local midnight, where clocks change in between.
  const near = midnight - offset(midnight);
  return Math.min(midnight - offset(near), midnight);
}
