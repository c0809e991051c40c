import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit, type HostUse, type LimitMemory } from '@/utils/http/rate-limit';
import { fakeTime } from '../support/fake-time';

const signal = new AbortController().signal;

/** Remembers nothing. */
const noMemory: LimitMemory = { load: () => Promise.resolve([]), save: () => Promise.resolve() };

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
          now: time.now,
          memory: noMemory,
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

it('knows beforehand how long more requests will have to wait', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat(400), { maxLength: 20 }),
      fc.integer({ min: 0, max: 20 }),
      async (requests, pauses, more) => {
        const time = fakeTime();
        const limit = createRateLimit({
          limitOf: () => ({ requests, windowMs: 1000 }),
          now: time.now,
          memory: noMemory,
          monotonicNow: time.now,
          sleep: time.sleep,
        });
        for (const pause of pauses) {
          time.advance(pause);
          await limit.take('host', signal);
        }
        const asked = time.now();
        const expected = limit.wait('host', more);
        for (let sent = 0; sent < more; sent += 1) await limit.take('host', signal);
        expect(time.now() - asked).toBe(expected);
        expect(limit.sent().get('host') ?? 0).toBe(pauses.length + more);
      },
    ),
  ));

it('keeps hosts apart', async () => {
  const time = fakeTime();
  const limit = createRateLimit({
    limitOf: () => ({ requests: 1, windowMs: 1000 }),
    now: time.now,
    memory: noMemory,
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
    now: time.now,
    memory: noMemory,
    monotonicNow: time.now,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  await Promise.all([1, 2, 3].map(() => limit.take('host', signal)));
  expect(waits).toEqual([1000, 2000]);
});

describe('a worker that died', () => {
  const limitOf = () => ({ requests: 5, windowMs: 1000 });
  function memoryOf(): LimitMemory {
    const kept = new Map<string, readonly HostUse[]>();
    return {
      load: (host) => Promise.resolve(kept.get(host) ?? []),
      save: (host, uses) => Promise.resolve(void kept.set(host, uses)),
    };
  }
  async function sendAll(
    time: ReturnType<typeof fakeTime>,
    memory: LimitMemory,
    count: number,
  ): Promise<void> {
    // Another life has another clock that only goes forward.
    const begun = time.now();
    const limit = createRateLimit({
      limitOf,
      now: time.now,
      monotonicNow: () => time.now() - begun,
      sleep: time.sleep,
      memory,
    });
    for (let sent = 0; sent < count; sent += 1) await limit.take('host', signal);
  }

  it('keeps to the limit of its former life', async () => {
    const time = fakeTime(1_000_000);
    const memory = memoryOf();
    await sendAll(time, memory, 5);
    await sendAll(time, memory, 1);
    expect(time.slept).toEqual([1000]);
  });

  it('has forgotten what left the window long ago', async () => {
    const time = fakeTime(1_000_000);
    const memory = memoryOf();
    await sendAll(time, memory, 5);
    time.advance(5_000);
    await sendAll(time, memory, 1);
    expect(time.slept).toEqual([]);
  });

  it('sends all the same when nothing can be remembered', async () => {
    const time = fakeTime(1_000_000);
    const broken: LimitMemory = {
      load: () => Promise.reject(new Error('full')),
      save: () => Promise.reject(new Error('full')),
    };
    await expect(sendAll(time, broken, 3)).resolves.toBeUndefined();
  });

  it('is not thrown by a clock that was set back', async () => {
    const time = fakeTime(1_000_000);
    const memory = memoryOf();
    await sendAll(time, memory, 5);
    time.advance(-500_000);
    await sendAll(time, memory, 1);
    expect(time.slept).toEqual([]);
  });
});
