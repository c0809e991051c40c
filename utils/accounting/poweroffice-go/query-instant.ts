import type { ChangeQuery } from '@/utils/accounting/source';
import { startOfDay } from '@/utils/accounting/start-of-day';

/** The moment a query begins at, before any overlap, as a timestamp; a watermark is its own. */
export function queryInstant(query: ChangeQuery): string {
  if (query.from === 'watermark') return query.watermark;
  return new Date(startOfDay(query.day, query.timeZone)).toISOString();
}
