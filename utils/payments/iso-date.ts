/** A calendar day `yyyy-MM-dd`. Never an instant: no time zone can move it. */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** The text as a calendar day, or null if it is none (2026-02-30 is none). */
export function parseIsoDate(text: string): IsoDate | null {
  if (!PATTERN.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && fromUtc(time) === text ? (text as IsoDate) : null;
}

/** For literals known to be days. @throws RangeError if the text is not a calendar day */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new RangeError(`not a calendar day: ${text}`);
  return date;
}

/** The day `days` later (earlier if negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromUtc(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
}

/** The same day of the month before, or that month's last day where it is shorter: 31 March → 28 or 29 February. */
export function sameDayLastMonth(date: IsoDate): IsoDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonthBefore = new Date(Date.UTC(year, month - 1, 0));
  return fromUtc(lastOfMonthBefore.setUTCDate(Math.min(day, lastOfMonthBefore.getUTCDate())));
}

/** The calendar day it is at the instant `epochMs` in an IANA time zone. */
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

function fromUtc(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10) as IsoDate;
}
