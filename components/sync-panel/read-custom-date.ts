import { parseIsoDate, type IsoDate } from '@/utils/payments/iso-date';
import type { StartDate } from '@/utils/payments/start-date';

export type CustomDateProblem = 'missing' | 'future';

/** The start date in a date field, or what is wrong with it. It cannot lie after `today`. */
export function readCustomDate(text: string, today: IsoDate): StartDate | CustomDateProblem {
  const date = parseIsoDate(text);
  if (date === null) return 'missing';
  return date > today ? 'future' : { choice: 'custom', date };
}
