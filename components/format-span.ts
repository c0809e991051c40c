import { spokenLocale } from './spoken-locale';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A span of time in words, rounded up to what people count in: ten seconds, minutes, or hours and minutes. */
export function formatSpan(ms: number, locale?: string): string {
  const spoken = spokenLocale(locale);
  const unit = (count: number, name: 'second' | 'minute' | 'hour'): string =>
    new Intl.NumberFormat(spoken, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);
  if (ms <= 50_000) return unit(Math.max(1, Math.ceil(ms / 10_000)) * 10, 'second');
  const minutes = Math.ceil(ms / MINUTE_MS);
  if (ms < HOUR_MS) return unit(minutes, 'minute');
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}
