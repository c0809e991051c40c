import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '@/utils/payments/iso-date';
import { Problem } from '@/utils/payments/problem';
import { parseStartDate, startDateChoices, startDay } from '@/utils/payments/start-date';
import { days } from './support/arbitraries';

const today = isoDate('2026-03-31');

describe('a start date', () => {
  it.each([
    ['past-week', '2026-03-24'],
    ['past-two-weeks', '2026-03-17'],
    ['past-month', '2026-02-28'],
    ['last-run', null],
  ] as const)('%s, chosen on 31 March 2026, is %s', (choice, day) => {
    expect(startDay({ choice }, today)).toBe(day);
  });

  it('is the day itself for a custom date', () => {
    expect(startDay({ choice: 'custom', date: isoDate('2020-03-01') }, today)).toBe('2020-03-01');
  });
});

describe('the choices', () => {
  const choicesOf = (input: Parameters<typeof startDateChoices>[0]) =>
    Object.fromEntries(startDateChoices(input).options.map(({ choice, ...option }) => [choice, option]));

  it('stand in the order in which people see them', () => {
    expect(startDateChoices({ today, lastRunAt: null }).options.map(({ choice }) => choice)).toEqual([
      'last-run',
      'past-week',
      'past-two-weeks',
      'past-month',
      'custom',
    ]);
  });

  it('leave the last successful run out and choose the past month while there was none', () => {
    expect(choicesOf({ today, lastRunAt: null, timeZone: 'Europe/Oslo' })).toEqual({
      'last-run': { available: false, from: null },
      'past-week': { available: true, from: '2026-03-24' },
      'past-two-weeks': { available: true, from: '2026-03-17' },
      'past-month': { available: true, from: '2026-02-28' },
      custom: { available: true, from: null },
    });
    expect(startDateChoices({ today, lastRunAt: null }).chosen).toBe('past-month');
  });

  it('choose the last successful run once there was one, and name its day in the user’s time zone', () => {
    const lastRunAt = Date.parse('2026-03-29T22:30:00Z');
    expect(startDateChoices({ today, lastRunAt }).chosen).toBe('last-run');
    const lastRun = (timeZone: string) => choicesOf({ today, lastRunAt, timeZone })['last-run'];
    expect(lastRun('Europe/Oslo')).toEqual({ available: true, from: '2026-03-30' });
    expect(lastRun('America/New_York')).toEqual({ available: true, from: '2026-03-29' });
  });

  it('know of a run at the very beginning of time', () => {
    expect(startDateChoices({ today, lastRunAt: 0 }).chosen).toBe('last-run');
  });

  it('name no day for the last run without a time zone to name it in', () => {
    expect(choicesOf({ today, lastRunAt: 1 })['last-run']).toEqual({ available: true, from: null });
  });
});

describe('a start date out of a message', () => {
  it.each(['last-run', 'past-week', 'past-two-weeks', 'past-month'] as const)('may be %s', (choice) => {
    expect(parseStartDate({ choice, date: '2030-01-01', more: true }, today)).toEqual({ choice });
  });

  it('may be any day up to today', () => {
    fc.assert(
      fc.property(days, fc.nat(400), (day, daysAgo) => {
        const date = addDays(day, -Math.min(daysAgo, 300));
        const message: unknown = JSON.parse(JSON.stringify({ choice: 'custom', date }));
        expect(parseStartDate(message, day)).toEqual({ choice: 'custom', date });
      }),
    );
  });

  it('cannot lie after today', () => {
    expect(refusal({ choice: 'custom', date: '2026-04-01' })).toEqual({
      code: 'startDateInFuture',
      params: { date: { day: '2026-04-01' }, today: { day: '2026-03-31' } },
    });
  });

  it.each([
    [null, 'undefined'],
    [undefined, 'undefined'],
    ['past-week', 'undefined'],
    [7, 'undefined'],
    [[], 'undefined'],
    [{}, 'undefined'],
    [{ choice: 'past-year' }, 'past-year'],
    [{ choice: 'toString' }, 'toString'],
    [{ choice: ['past-week'] }, 'object'],
    [{ choice: 'custom' }, 'undefined'],
    [{ choice: 'custom', date: 20260331 }, 'number'],
    [{ choice: 'custom', date: '2026-02-30' }, '2026-02-30'],
    [{ choice: 'custom', date: '2026-03-01T00:00:00Z' }, '2026-03-01T00:00:00Z'],
    [
      { choice: 'custom', date: '<img onerror=alert(1)>'.repeat(9) },
      '<img onerror=alert(1)><img onerror=alert',
    ],
  ])('is not %j', (message, value) => {
    expect(refusal(message)).toEqual({ code: 'startDateInvalid', params: { value } });
  });

  function refusal(message: unknown): unknown {
    try {
      return parseStartDate(message, today);
    } catch (error) {
      return error instanceof Problem ? error.reason : error;
    }
  }
});
