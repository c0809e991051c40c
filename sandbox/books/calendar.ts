import { between } from './seeded';
import type { Day } from './story';
import { ticks, type Ticks } from './ticks';

const DAY_MS = 86_400_000;

/** The calendar day (UTC) so many days before `now`; negative looks ahead. */
export function dayBefore(now: number, daysAgo: number): Day {
  return new Date(now - daysAgo * DAY_MS).toISOString().slice(0, 10);
}

/** The day so many days after another. */
export function dayAfter(day: Day, days: number): Day {
  return dayBefore(Date.parse(`${day}T00:00:00Z`), -days);
}

/**
 * An instant within office hours, 06:00 to 14:00 UTC, of the day so many days before `now`: far enough from
 * midnight that no time zone of Europe moves it to another day.
 */
export function officeHours(now: number, daysAgo: number, random: () => number): Ticks {
  const opened = Date.parse(`${dayBefore(now, daysAgo)}T06:00:00Z`);
  return ticks(opened + between(random, 0, 8 * 3_600_000), between(random, 0, 9_999));
}
