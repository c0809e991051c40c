import { addDays, dayIn, parseIsoDate, sameDayLastMonth, type IsoDate } from './iso-date';
import { Problem } from './problem';

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

/** One choice as a form offers it. */
export interface StartDateOption {
  readonly choice: StartDateChoice;
  /** Last Successful Run is not, where no run has succeeded in this browser. */
  readonly available: boolean;
  /** The day the sync would begin with; null where the choice alone does not tell it (a custom date, no run). */
  readonly from: IsoDate | null;
}

export interface StartDateChoices {
  /** In the order in which they are offered. */
  readonly options: readonly StartDateOption[];
  /** What is chosen until the user chooses: the last successful run, or the past month where there was none. */
  readonly chosen: StartDateChoice;
}

/**
 * What can be chosen to sync from. `today` is the day in the user's time zone, `lastRunAt` the instant (epoch ms)
 * at which the last successful run began, null for none. That run's day is told only with the `timeZone` (IANA)
 * in which to name it.
 */
export function startDateChoices(input: {
  readonly today: IsoDate;
  readonly lastRunAt: number | null;
  readonly timeZone?: string;
}): StartDateChoices {
  const { today, lastRunAt, timeZone } = input;
  const hasRun = lastRunAt !== null;
  const lastRunDay = hasRun && timeZone !== undefined ? dayIn(timeZone, lastRunAt) : null;
  const past = (choice: 'past-week' | 'past-two-weeks' | 'past-month'): StartDateOption => ({
    choice,
    available: true,
    from: startDay({ choice }, today),
  });
  return {
    options: [
      { choice: 'last-run', available: hasRun, from: lastRunDay },
      past('past-week'),
      past('past-two-weeks'),
      past('past-month'),
      { choice: 'custom', available: true, from: null },
    ],
    chosen: hasRun ? 'last-run' : 'past-month',
  };
}

/**
 * Reads a start date out of a message or a form, which may hold anything. Whatever else came along is left behind.
 * @throws Problem `startDateInvalid` for what is no choice or no calendar day, `startDateInFuture` for a custom
 * date after `today` (the day in the user's time zone): nothing can have been paid from there on
 */
export function parseStartDate(input: unknown, today: IsoDate): StartDate {
  const { choice, date } = (typeof input === 'object' && input !== null ? input : {}) as Record<
    string,
    unknown
  >;
  switch (choice) {
    case 'last-run':
    case 'past-week':
    case 'past-two-weeks':
    case 'past-month':
      return { choice };
    case 'custom':
      return { choice, date: parseCustomDate(date, today) };
    default:
      throw new Problem('startDateInvalid', { value: nameOf(choice) });
  }
}

function parseCustomDate(value: unknown, today: IsoDate): IsoDate {
  const date = typeof value === 'string' ? parseIsoDate(value) : null;
  if (date === null) throw new Problem('startDateInvalid', { value: nameOf(value) });
  if (date > today) throw new Problem('startDateInFuture', { date: { day: date }, today: { day: today } });
  return date;
}

/** What was sent, short enough to be shown. */
function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : typeof value;
}
