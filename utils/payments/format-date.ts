import type { IsoDate } from './iso-date';

/**
 * A calendar day as people of a locale write it, with the month's name: `Mar 1, 2020`, `1. mars 2020`. `locale`
 * is a BCP 47 tag; without one it is the browser's.
 * @throws RangeError if the locale is not a well-formed tag
 */
export function formatDate(date: IsoDate, locale?: string): string {
  return format(date, locale, 'medium');
}

/**
 * A calendar day in figures, for narrow cells: `3/1/20`, `01.03.2020`.
 * @throws RangeError if the locale is not a well-formed tag
 */
export function formatDateShort(date: IsoDate, locale?: string): string {
  return format(date, locale, 'short');
}

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day is named in UTC, where it begins at the instant it is parsed to: no zone can make it the day before. */
function format(date: IsoDate, locale: string | undefined, dateStyle: 'medium' | 'short'): string {
  const key = `${dateStyle} ${locale}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
    formatters.set(key, formatter);
  }
  return formatter.format(Date.parse(`${date}T00:00:00Z`));
}
