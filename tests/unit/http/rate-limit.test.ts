import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRateLimit } from '@/utils/http/rate-limit';
import { fakeTime } from '../support/fake-time';

const signal = new AbortController().signal;

it('lets no window of time hold more requests than the host takes, and wastes none', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat(400), { maxLength: 60 }),
      async (requests, pauses) => {
        const time = fakeTime();
        const windowMs = 1000;
        const limit = createRateLimit({
          limitOf: () => ({ requests, windowMs }),
          monotonicNow: time.now,
          sleep: time.sleep,
        });
        const sentAt: number[] = [];
        for (const pause of pauses) {
          time.advance(pause);
          const asked = time.now();
          await limit.take('host', signal);
          const earlier = sentAt.at(-requests);
          expect(time.now()).toBe(Math.max(asked, earlier === undefined ? 0 : earlier + windowMs));
          sentAt.push(time.now());
        }
      },
    ),
  ));

it('keeps hosts apart', async () => {
  const time = fakeTime();
  const limit = createRateLimit({
    limitOf: () => ({ requests: 1, windowMs: 1000 }),
    monotonicNow: time.now,
    sleep: time.sleep,
  });
  await limit.take('one', signal);
  await limit.take('other', signal);
  expect(time.slept).toEqual([]);
});

it('gives requests that wait together different moments', async () => {
  const time = fakeTime();
  const waits: number[] = [];
  const limit = createRateLimit({
    limitOf: () => ({ requests: 1, windowMs: 1000 }),
    monotonicNow: time.now,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  await Promise.all([1, 2, 3].map(() => limit.take('host', signal)));
  expect(waits).toEqual([1000, 2000]);
});
