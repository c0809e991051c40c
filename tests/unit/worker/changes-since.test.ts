import { describe, expect, it } from 'vitest';
import type { Watermark } from '@/utils/accounting/source';
import type { StartDate } from '@/utils/payments/start-date';
import type { LastRun, Scope } from '@/utils/storage/database';
import type { ReadBy } from '@/utils/storage/read-by';
import { changesSince } from '@/utils/worker/changes-since';
import { startAtLatest } from '@/utils/worker/start-at-latest';
import { isoDate } from '@/utils/payments/iso-date';

/** Noon in Greenwich, one in Oslo. */
const NOW = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;
const TODAY = isoDate('2026-11-22');
const BY: ReadBy = { matching: 'm', paid: 'p', writing: 'w' };
const mark = 'mark' as Watermark;

function lastRun(daysAgo: number, by: ReadBy | undefined = BY): LastRun {
  const run = { scope: 'x' as Scope, startedAt: NOW - daysAgo * DAY_MS, watermark: mark };
  return by === undefined ? run : { ...run, readBy: by };
}

const since = (start: StartDate, last: LastRun | undefined, by: ReadBy = BY) =>
  changesSince(start, { last, readBy: by, timeZone: 'Europe/Oslo', now: NOW });

const LAST: StartDate = { choice: 'last-run' };
const OTHERWISE: ReadBy = { ...BY, paid: 'other' };

describe('a run', () => {
  it('from the last one goes on from its watermark', () => {
    expect(since(LAST, lastRun(3))).toEqual({
      kind: 'changes',
      query: { from: 'watermark', watermark: mark },
    });
  });

  it('from a day takes the watermark along', () => {
    expect(since({ choice: 'past-week' }, lastRun(3))).toMatchObject({
      query: { from: 'day', day: '2026-11-15', stored: mark },
    });
  });

  it('from a last one that there is not begins one month back, and says why', () => {
    expect(since(LAST, undefined)).toEqual({
      kind: 'changes',
      query: { from: 'day', day: '2026-10-22', timeZone: 'Europe/Oslo' },
      because: { code: 'noLastRun', params: {} },
    });
  });

  it('that is the first one begins where it was asked to, whatever the settings', () => {
    expect(since({ choice: 'past-week' }, undefined, OTHERWISE)).toMatchObject({
      query: { day: '2026-11-15' },
    });
  });
});

describe('after what counts as paid was changed, a run', () => {
  it.each<[string, StartDate, number]>([
    ['from the last one', LAST, 3],
    ['from the past week', { choice: 'past-week' }, 3],
    ['from a custom day of this month', { choice: 'custom', date: isoDate('2026-11-01') }, 3],
  ])('%s begins one month back, and says why', (_, start, daysAgo) => {
    expect(since(start, lastRun(daysAgo), OTHERWISE)).toEqual({
      kind: 'changes',
      query: { from: 'day', day: '2026-10-22', timeZone: 'Europe/Oslo', stored: mark },
      because: { code: 'paidChanged', params: {} },
    });
  });

  it.each<[string, StartDate, number, object]>([
    ['a last one longer ago', LAST, 40, { from: 'watermark' }],
    ['an earlier day', { choice: 'custom', date: isoDate('2026-09-01') }, 3, { day: '2026-09-01' }],
    ['the past month', { choice: 'past-month' }, 3, { day: '2026-10-22' }],
  ])('from %s begins there', (_, start, daysAgo, query) => {
    const task = since(start, lastRun(daysAgo), OTHERWISE);
    expect(task).toMatchObject({ query });
    expect(task).not.toHaveProperty('because');
  });
});

describe('the latest start', () => {
  it.each([
    [{ matching: 'other' }, 'matchingChanged'],
    [{ paid: 'other' }, 'paidChanged'],
    [{ writing: 'other' }, 'writingChanged'],
    [{ matching: 'other', writing: 'other' }, 'matchingChanged'],
  ])('after %j was changed is a month back, because of %s', (change, code) => {
    expect(startAtLatest(lastRun(3), { ...BY, ...change }, TODAY)).toEqual({
      day: '2026-10-22',
      why: { code, params: {} },
    });
  });

  it.each([
    ['nothing was changed', lastRun(3)],
    ['there was no run', undefined],
    ['the last run did not remember by what it was read', lastRun(3, undefined)],
  ])('is any where %s', (_, last) => {
    expect(startAtLatest(last, BY, TODAY)).toBeNull();
  });
});
