import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDate, formatDateShort } from '@/utils/payments/format-date';
import { isoDate } from '@/utils/payments/iso-date';
import { days } from './support/arbitraries';

const day = isoDate('2020-03-01');

describe('a day as people write it', () => {
  it.each([
    ['en-US', 'Mar 1, 2020', '3/1/20'],
    ['en-GB', '1 Mar 2020', '01/03/2020'],
    ['nb-NO', '1. mars 2020', '01.03.2020'],
    ['de-DE', '01.03.2020', '01.03.20'],
  ])('in %s: %s, in figures %s', (locale, medium, short) => {
    expect(formatDate(day, locale)).toBe(medium);
    expect(formatDateShort(day, locale)).toBe(short);
  });

  it('follows the browser without a locale', () => {
    const browser = new Intl.DateTimeFormat().resolvedOptions().locale;
    expect(formatDate(day)).toBe(formatDate(day, browser));
  });
});

describe('a day far west and far east of Greenwich', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it.each(['Pacific/Pago_Pago', 'Pacific/Kiritimati'])('is the same day in %s', async (timeZone) => {
    process.env.TZ = timeZone;
    vi.resetModules();
    const { formatDate: formatDateThere } = await import('@/utils/payments/format-date');
    fc.assert(
      fc.property(days, (date) => {
        expect(Number(/ (\d+),/.exec(formatDateThere(date, 'en-US'))?.[1])).toBe(Number(date.slice(8)));
      }),
    );
  });
});
