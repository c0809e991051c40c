import { addDays, sameDayLastMonth, type IsoDate } from './iso-date';

/** From when a sync looks for changed payment information. */
export type StartDate =
  | { readonly choice: 'last-run' | 'past-week' | 'past-two-weeks' | 'past-month' }
  | { readonly choice: 'custom'; readonly date: IsoDate };

export type StartDateChoice = StartDate['choice'];

/** The day a choice means, counted from `today` in the user's time zone; null for the last successful run. */
export function startDay(start: StartDate, today: IsoDate): IsoDate | null {
  switch (start.choice) {
    case 'last-run':
      return null;
    case 'past-week':
      return addDays(today, -7);
    case 'past-two-weeks':
      return addDays(today, -14);
    case 'past-month':
      return sameDayLastMonth(today);
    case 'custom':
      return start.date;
  }
}
