import { expect, it } from 'vitest';
import { startOfDay } from '@/utils/accounting/start-of-day';
import { isoDate } from '@/utils/payments/iso-date';

it.each([
  ['Europe/Oslo', '2026-11-22', '2026-11-21T23:00:00Z', 'local midnight, which is before midnight UTC'],
  ['Europe/Oslo', '2026-03-29', '2026-03-28T23:00:00Z', 'the hour before summer time begins'],
  ['Europe/Oslo', '2026-03-30', '2026-03-29T22:00:00Z', 'the first midnight of summer time'],
  ['Europe/Oslo', '2026-10-25', '2026-10-24T22:00:00Z', 'the last midnight of summer time'],
  ['Pacific/Auckland', '2026-09-27', '2026-09-26T12:00:00Z', 'the midnight before summer time far east'],
  ['America/New_York', '2026-11-22', '2026-11-22T00:00:00Z', 'midnight UTC, which is before local midnight'],
  ['Asia/Kolkata', '2026-11-22', '2026-11-21T18:30:00Z', 'local midnight, half an hour off'],
  ['UTC', '2026-11-22', '2026-11-22T00:00:00Z', 'the one midnight there is'],
])('in %s, %s begins at %s: %s', (timeZone, day, instant) => {
  expect(new Date(startOfDay(isoDate(day), timeZone)).toISOString()).toBe(instant.replace('Z', '.000Z'));
});
