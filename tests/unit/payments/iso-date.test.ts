import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn, isoDate, parseIsoDate, sameDayLastMonth } from '@/utils/payments/iso-date';
import { days } from './support/arbitraries';

describe('a calendar day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(parseIsoDate(text)).toBe(text);
    expect(isoDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '+002026-01-01',
    '01.03.2026',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('%j is none', (text) => {
    expect(parseIsoDate(text)).toBeNull();
    expect(() => isoDate(text)).toThrow(RangeError);
  });

  it('is found again after going any number of days and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, number) => {
        expect(addDays(addDays(day, number), -number)).toBe(day);
      }),
    );
  });

  it('comes before every later day, also as text', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 300 }), (day, number) => {
        expect(addDays(day, number) > day).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s and %d days is %s', (day, number, then) => {
    expect(addDays(isoDate(day), number)).toBe(then);
  });

  it('has no neighbour outside the years 0000 to 9999', () => {
    expect(() => addDays(isoDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(isoDate('0000-01-01'), -1)).toThrow(RangeError);
  });
});

describe('the same day last month', () => {
  it.each([
    ['2026-03-31', '2026-02-28'],
    ['2024-03-31', '2024-02-29'],
    ['2026-03-28', '2026-02-28'],
    ['2026-01-31', '2025-12-31'],
    ['2026-05-31', '2026-04-30'],
    ['2026-07-31', '2026-06-30'],
    ['2026-08-31', '2026-07-31'],
    ['2026-11-15', '2026-10-15'],
    ['0050-03-31', '0050-02-28'],
  ])('of %s is %s', (day, before) => {
    expect(sameDayLastMonth(isoDate(day))).toBe(before);
  });

  it('is in the month before, on the same day or that month’s last', () => {
    fc.assert(
      fc.property(days, (day) => {
        const before = sameDayLastMonth(day);
        expect(before.slice(0, 7)).toBe(addDays(isoDate(`${day.slice(0, 7)}-01`), -1).slice(0, 7));
        const isLastOfMonth = addDays(before, 1).endsWith('-01');
        expect(before.slice(8) === day.slice(8) || (isLastOfMonth && before.slice(8) < day.slice(8))).toBe(
          true,
        );
      }),
    );
  });
});

describe('the day it is somewhere', () => {
  it.each([
    ['Europe/Oslo', '2026-03-29T00:59:59Z', '2026-03-29'],
    ['Europe/Oslo', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['Europe/Oslo', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Oslo', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['Europe/Oslo', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['Europe/Oslo', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Oslo', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['America/New_York', '2026-01-01T04:59:59Z', '2025-12-31'],
    ['Pacific/Kiritimati', '2026-06-30T10:00:00Z', '2026-07-01'],
    ['Pacific/Pago_Pago', '2026-07-01T10:59:59Z', '2026-06-30'],
    ['Asia/Kathmandu', '2026-05-01T18:15:00Z', '2026-05-02'],
    ['UTC', '2026-05-01T23:59:59.999Z', '2026-05-01'],
  ])('in %s at %s is %s', (timeZone, instant, day) => {
    expect(dayIn(timeZone, Date.parse(instant))).toBe(day);
  });

  it('skips the day an island skipped when it crossed the date line', () => {
    const noon = Date.parse('2011-12-29T22:00:00Z');
    expect(dayIn('Pacific/Apia', noon)).toBe('2011-12-29');
    expect(dayIn('Pacific/Apia', noon + 24 * 3_600_000)).toBe('2011-12-31');
  });

  it('refuses a time zone that is none', () => {
    expect(() => dayIn('Middle/Earth', 0)).toThrow(RangeError);
  });
});
