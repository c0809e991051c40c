/** A calendar day `yyyy-MM-dd` of the years 0000 to 9999. Never an instant: no time zone can move it. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** The text as a calendar day, or null if it is none (2026-02-30 is none, nor is a day with a time behind it). */
export function parseIsoDate(text: string): IsoDate | null {
  if (!PATTERN.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? (text as IsoDate) : null;
}

/** For texts known to be days. @throws RangeError if the text is not a calendar day */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(`not a calendar day: ${text.slice(0, 40)}`);
  return date;
}

/** The day `days` whole days later (earlier if negative). @throws RangeError outside the years 0000 to 9999 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromUtc(toUtc(date) + days * DAY_MS);
}

/**
 * The same day of the month before, or that month's last day where it is shorter: 31 March → 28 or 29 February.
 * @throws RangeError in January of the year 0000
 */
export function sameDayLastMonth(date: IsoDate): IsoDate {
  const day = Number(date.slice(8));
  const lastDayOfMonthBefore = addDays(date, -day);
  const lastDay = Number(lastDayOfMonthBefore.slice(8));
  return addDays(lastDayOfMonthBefore, Math.min(day, lastDay) - lastDay);
}

/**
 * The calendar day it is at the instant `epochMs` in an IANA time zone.
 * @throws RangeError if the time zone is unknown to the browser, or the instant is none
 */
export function dayIn(timeZone: string, epochMs: number): IsoDate {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(epochMs);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return isoDate(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`);
}

function toUtc(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromUtc(time: number): IsoDate {
  return isoDate(new Date(time).toISOString().replace(/T.*/, ''));
}
