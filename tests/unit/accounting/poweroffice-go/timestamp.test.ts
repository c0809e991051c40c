import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  compareTimestamps,
  floorToMs,
  isTimestamp,
  laterTimestamp,
} from '@/utils/accounting/poweroffice-go/timestamp';

describe('timestamps', () => {
  test.each([
    [
      '2026-03-01T10:00:00.1234567+00:00',
      '<',
      '2026-03-01T10:00:00.1234568+00:00',
      'the seventh digit counts',
    ],
    [
      '2026-03-01T10:00:00.1239999Z',
      '<',
      '2026-03-01T10:00:00.124Z',
      'fewer digits are not a smaller fraction',
    ],
    ['2026-03-01T10:00:00.12Z', '=', '2026-03-01T10:00:00.1200000Z', 'trailing zeros say nothing'],
    ['2026-03-01T10:00:00Z', '=', '2026-03-01T10:00:00.0000000+00:00', 'a missing fraction is zero'],
    ['2026-03-01T11:00:00.5+01:00', '=', '2026-03-01T10:00:00.5Z', 'time zones name the same instant'],
    ['2026-03-01T10:30:00+01:00', '<', '2026-03-01T10:00:00Z', 'the later text is the earlier instant'],
    ['2026-02-28T23:59:59.9999999Z', '<', '2026-03-01T00:00:00Z', 'seconds come before fractions'],
  ])('%s %s %s: %s', (a, sign, b) => {
    const expected = sign === '<' ? -1 : 0;
    expect(Math.sign(compareTimestamps(a, b))).toBe(expected);
    expect(Math.sign(compareTimestamps(b, a))).toBe(expected === 0 ? 0 : 1);
  });

  it('orders any two by their tenths of a microsecond', () => {
    const moment = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9_999_999 }));
    const text = ([second, fraction]: [number, number]): string =>
      `2026-03-01T10:00:0${second}.${String(fraction).padStart(7, '0')}+00:00`;
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const difference = a[0] * 1e7 + a[1] - (b[0] * 1e7 + b[1]);
        expect(Math.sign(compareTimestamps(text(a), text(b)))).toBe(Math.sign(difference));
      }),
    );
  });

  it('keeps the later one as its own text', () => {
    expect(laterTimestamp('2026-03-01T10:00:00.1234567Z', '2026-03-01T10:00:00.1234561Z')).toBe(
      '2026-03-01T10:00:00.1234567Z',
    );
  });

  it('floors to milliseconds and never rounds up', () => {
    expect(floorToMs('2026-03-01T10:00:00.1239999Z')).toBe(Date.parse('2026-03-01T10:00:00.123Z'));
    expect(floorToMs('2026-03-01T11:00:00.5+01:00')).toBe(Date.parse('2026-03-01T10:00:00.500Z'));
  });

  test.each(['', 'yesterday', '2026-03-01', '2026-13-01T00:00:00Z', '2026-03-01T10:00:00.Z'])(
    'takes %j for no timestamp',
    (text) => {
      expect(isTimestamp(text)).toBe(false);
      expect(() => compareTimestamps(text, '2026-03-01T10:00:00Z')).toThrow(RangeError);
    },
  );
});
