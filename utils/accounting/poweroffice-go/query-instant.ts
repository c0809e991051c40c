import { TZDate } from '@date-fns/tz';
import type { ChangeQuery } from '@/utils/accounting/source';

/**
 * The moment a query begins at, before any overlap. For a calendar day it is local midnight or midnight UTC,
 * whichever is earlier: asking for too much does no harm.
 * @returns a timestamp; a watermark is its own
 */
export function queryInstant(query: ChangeQuery): string {
  if (query.from === 'watermark') return query.watermark;
  const [year, month, day] = query.day.split('-').map(Number) as [number, number, number];
  const localMidnight = new TZDate(year, month - 1, day, query.timeZone).getTime();
  return new Date(Math.min(localMidnight, Date.UTC(year, month - 1, day))).toISOString();
}
