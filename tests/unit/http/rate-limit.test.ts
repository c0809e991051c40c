import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit, type HostUse, type LimitMemory } from '@/utils/http/rate-limit';
import { openDatabase } from '@/utils/storage/database';
import { createLimitMemory } from '@/utils/storage/limit-memory';
import { createTimeline } from '../support/timeline';
import { fakeTime } from '../support/fake-time';

const signal = new AbortController().signal;

/** Remembers nothing. */
const noMemory: LimitMemory = { change: (_, next) => Promise.resolve(void next([])) };

function memoryOf(): LimitMemory {
  const kept = new Map<string, readonly HostUse[]>();
  return { change: (host, next) => Promise.resolve(void kept.set(host, next(kept.get(host) ?? []))) };
}

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
          name: 'worker',
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
          name: 'worker',
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
    name: 'worker',
    monotonicNow: time.now,
    sleep: time.sleep,
  });
  await limit.take('one', signal);
  await limit.take('other', signal);
  expect(time.slept).toEqual([]);
});

it('gives requests that wait together different moments', async () => {
  const time = fakeTime();
  const limit = createRateLimit({
    limitOf: () => ({ requests: 1, windowMs: 1000 }),
    now: time.now,
    memory: noMemory,
    name: 'worker',
    monotonicNow: time.now,
    sleep: time.sleep,
  });
  await Promise.all([1, 2, 3].map(() => limit.take('host', signal)));
  expect(time.slept).toEqual([1000, 1000]);
});

it('counts those that wait already when it says how long more will wait', async () => {
  const time = fakeTime();
  const limit = createRateLimit({
    limitOf: () => ({ requests: 1, windowMs: 1000 }),
    now: time.now,
    memory: noMemory,
    name: 'worker',
    monotonicNow: time.now,
    sleep: time.sleep,
  });
  await limit.take('host', signal);
  const waiting = [limit.take('host', signal), limit.take('host', signal)];
  expect(limit.wait('host', 1)).toBe(3000);
  await Promise.all(waiting);
  expect(limit.wait('host', 1)).toBe(1000);
});

it('lets go whoever stops waiting, though others before it wait on', async () => {
  const time = fakeTime();
  let wake = (): void => undefined;
  const limit = createRateLimit({
    limitOf: () => ({ requests: 1, windowMs: 1000 }),
    now: time.now,
    memory: noMemory,
    name: 'worker',
    monotonicNow: time.now,
    sleep: (ms) => new Promise((resolve) => (wake = () => resolve(time.advance(ms)))),
  });
  await limit.take('host', signal);
  const first = limit.take('host', signal);
  const stopped = new AbortController();
  const second = limit.take('host', stopped.signal);
  stopped.abort(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  wake();
  await first;
  expect(limit.sent().get('host')).toBe(2);
});

describe('the worker and a page that share a memory', () => {
  /** Requests of both, each as soon as its own wish and the limit allow, with the moments they left. */
  async function sentByBoth(
    memories: readonly [LimitMemory, LimitMemory],
    limit: { readonly requests: number; readonly windowMs: number },
    wishes: readonly (readonly number[])[],
  ): Promise<{ readonly at: number; readonly by: number }[]> {
    const time = createTimeline();
    const sent: { at: number; by: number }[] = [];
    await time.run(
      wishes.map(async (pauses, by) => {
        const rate = createRateLimit({
          limitOf: () => limit,
          now: time.now,
          // Each context counts from its own beginning.
          monotonicNow: () => time.now() - 1_000 * by,
          sleep: time.sleep,
          memory: memories[by === 0 ? 0 : 1],
          name: String(by),
        });
        for (const pause of pauses) {
          await time.sleep(pause);
          await rate.take('host', signal);
          sent.push({ at: time.now(), by });
        }
      }),
    );
    return sent;
  }

  const most = (moments: readonly number[], windowMs: number): number =>
    Math.max(0, ...moments.map((end) => moments.filter((at) => at > end - windowMs && at <= end).length));

  it('together stay within what the host takes in any window', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(300, 1_100, 5_000),
        fc.array(fc.array(fc.nat(900), { maxLength: 40 }), { minLength: 2, maxLength: 4 }),
        async (requests, windowMs, wishes) => {
          const memory = memoryOf();
          const sent = await sentByBoth([memory, memory], { requests, windowMs }, wishes);
          expect(sent).toHaveLength(wishes.flat().length);
          expect(
            most(
              sent.map(({ at }) => at),
              windowMs,
            ),
          ).toBeLessThanOrEqual(requests);
        },
      ),
      // Each waits for what the other has reserved far ahead.
      {
        examples: [
          [
            1,
            300,
            [
              [173, 0, 379, 322],
              [0, 0, 0],
            ],
          ],
        ],
      },
    ));

  it('would go beyond it, did they not share it', async () => {
    const wishes = [Array.from({ length: 10 }, () => 0), Array.from({ length: 10 }, () => 0)];
    const sent = await sentByBoth([memoryOf(), memoryOf()], { requests: 10, windowMs: 1_100 }, wishes);
    expect(
      most(
        sent.map(({ at }) => at),
        1_100,
      ),
    ).toBe(20);
  });

  it('starve neither: a page gets its turn while a sync asks as fast as it may', async () => {
    const memory = memoryOf();
    const wishes = [Array.from({ length: 200 }, () => 0), [3_000, 0, 0]];
    const sent = await sentByBoth([memory, memory], { requests: 10, windowMs: 1_100 }, wishes);
    const page = sent.filter(({ by }) => by === 1);
    expect(page[2]?.at).toBeLessThan(1_003_000 + 10_000);
  });

  it('reserve in the database itself, one after the other', async () => {
    globalThis.indexedDB = new IDBFactory();
    const [one, other] = [await openDatabase(), await openDatabase()];
    const ours = createLimitMemory(() => Promise.resolve(one));
    const theirs = createLimitMemory(() => Promise.resolve(other));
    const add = (by: string) => (uses: readonly HostUse[]) => [...uses, { at: 1, count: 1, by }];
    await Promise.all(
      [1, 2, 3].flatMap(() => [ours.change('host', add('a')), theirs.change('host', add('b'))]),
    );
    expect(await one.get('limits', 'host')).toHaveLength(6);
    one.close();
    other.close();
  });
});

describe('a worker that died', () => {
  const limitOf = () => ({ requests: 5, windowMs: 1000 });
  let lives = 0;
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
      name: `life ${begun} ${(lives += 1)}`,
    });
    for (let sent = 0; sent < count; sent += 1) await limit.take('host', signal);
  }

  it('keeps to the limit of its former life', async () => {
    const time = fakeTime(1_000_000);
    const memory = memoryOf();
    await sendAll(time, memory, 5);
    await sendAll(time, memory, 1);
    // When within a second the former life sent what it had reserved is not known, nor that it is no page that lives.
    expect(time.slept).toEqual([2000]);
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
    const broken: LimitMemory = { change: () => Promise.reject(new Error('full')) };
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
