import { describe, expect, test } from 'vitest';
import { queryInstant } from '@/utils/accounting/poweroffice-go/query-instant';
import type { Watermark } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';

describe('the moment a query begins at', () => {
  test.each([
    ['UTC', '2026-03-02', '2026-03-02T00:00:00.000Z', 'both midnights are the same'],
    ['Europe/Oslo', '2026-01-15', '2026-01-14T23:00:00.000Z', 'east of Greenwich local midnight is earlier'],
    ['Europe/Oslo', '2026-07-15', '2026-07-14T22:00:00.000Z', 'and earlier still in summer'],
    [
      'America/New_York',
      '2026-01-15',
      '2026-01-15T00:00:00.000Z',
      'west of Greenwich UTC midnight is earlier',
    ],
    ['Pacific/Kiritimati', '2026-01-01', '2025-12-31T10:00:00.000Z', 'fourteen hours ahead'],
    ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01T00:00:00.000Z', 'eleven hours behind'],
    ['Europe/Oslo', '2026-03-29', '2026-03-28T23:00:00.000Z', 'the day summer time begins'],
    ['Europe/Oslo', '2026-10-25', '2026-10-24T22:00:00.000Z', 'the day summer time ends'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z', 'a day without a midnight begins at one'],
    ['America/Havana', '2026-11-01', '2026-11-01T00:00:00.000Z', 'a day with two midnights'],
  ])('in %s on %s is %s: %s', (timeZone, day, instant) => {
    expect(queryInstant({ from: 'day', day: isoDate(day), timeZone })).toBe(instant);
  });

  test('of a watermark is the watermark, to the last digit', () => {
    const watermark = '2026-03-01T10:00:00.1234567+01:00' as Watermark;
    expect(queryInstant({ from: 'watermark', watermark })).toBe(watermark);
  });
});
