/** An instant (epoch ms) as day and time of day, in the reader's time zone and language. */
export function formatMoment(epochMs: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(epochMs);
}
