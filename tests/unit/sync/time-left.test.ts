import { expect, it } from 'vitest';
import { createTimeLeft } from '@/utils/sync/time-left';

function run(limit: { readonly each: number; readonly waits: number }) {
  let now = 0;
  const sent = new Map<string, number>();
  const timeLeft = createTimeLeft({ sent: () => sent, wait: (_, more) => more * limit.waits }, () => now);
  return (done: number, at: number) => {
    now = at;
    sent.set('manage', done * limit.each);
    return timeLeft({ found: 100, done });
  };
}

it('is not told before enough is done to know', () => {
  const left = run({ each: 1, waits: 0 });
  expect([left(0, 0), left(9, 900), left(10, 1_000)]).toEqual([null, null, 9_000]);
});

it('goes by the pace so far, of this life of the worker alone', () => {
  const left = run({ each: 1, waits: 0 });
  left(50, 0);
  expect(left(75, 5_000)).toBe(5_000);
  expect(left(100, 6_000)).toBe(0);
});

it('goes by what hosts allow where that is slower', () => {
  const left = run({ each: 2, waits: 100 });
  left(0, 0);
  // Two requests for each of the fifty that are left, a tenth of a second each.
  expect(left(50, 1_000)).toBe(10_000);
});
