import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcement, milestone } from '@/components/sync-panel/announcement';
import { reason } from '@/utils/payments/reason';
import { aRun, FINISHED } from './support/runs';

describe('what a screen reader says of a run', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 10],
    [24, 10],
    [25, 25],
    [99, 50],
    [100, 100],
    [2499, 1000],
    [2500, 2500],
  ])('after %i invoices is the milestone %i', (done, passed) => {
    expect(milestone(done)).toBe(passed);
  });

  it('never runs ahead of the run, never goes back, and stays rare', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(milestone(less)).toBeLessThanOrEqual(less);
        expect(milestone(less)).toBeLessThanOrEqual(milestone(more));
      }),
    );
    expect(new Set(Array.from({ length: 10_000 }, (_, done) => milestone(done))).size).toBeLessThan(12);
  });

  it('is the state and the milestone while it goes on', () => {
    expect(announcement(aRun({ phase: 'running', found: 90, done: 3 }))).toBe('Sync is running.');
    expect(announcement(aRun({ phase: 'running', found: 90, done: 60 }))).toBe(
      'Sync is running. 50 invoices done.',
    );
  });

  it('is the five counts once it ended', () => {
    expect(announcement(FINISHED, 'en')).toBe(
      'Sync finished. Updated 1, Unchanged 208, Not found in Manage 1, Skipped 1, Failed 0.',
    );
  });

  it('gives the reason of a run that failed', () => {
    const failed = aRun({ phase: 'failed', failure: reason('timeout', { host: 'na.myconnectwise.net' }) });
    expect(announcement(failed)).toMatch(/^Sync failed\. na\.myconnectwise\.net did not answer/);
  });
});
