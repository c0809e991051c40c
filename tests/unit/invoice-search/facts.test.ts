import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createFacts, type Facts } from '@/utils/invoice-search/facts';
import { reason, type Reason } from '@/utils/payments/reason';
import { factsOf } from './support/facts';
import { fakeWorker, type FakeWorker } from './support/fake-worker';

let worker: FakeWorker;
let problems: (Reason | null)[];
let changes: number;
let facts: Facts;
let abort: AbortController;
let isViewKnown: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  // Manage holds every invoice below 1000, paid on 1 March 2020.
  worker = fakeWorker((number) => (Number(number) < 1000 ? factsOf('paid', 100, '2020-03-01') : undefined));
  problems = [];
  changes = 0;
  isViewKnown = true;
  abort = new AbortController();
  facts = createFacts({
    ask: worker,
    window: globalThis,
    signal: abort.signal,
    isViewKnown: () => isViewKnown,
    onChange: () => (changes += 1),
    onProblem: (problem) => problems.push(problem),
  });
  return () => {
    abort.abort();
    vi.useRealTimers();
  };
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const want = (...numbers: string[]): void => facts.want({ near: numbers, inView: numbers });
const from = (first: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(first + at));

describe('amounts', () => {
  test('are asked for once, however often they are wanted', async () => {
    want('12', '13', '12');
    want('12', '13');
    await pass(0);
    want('13', '12');
    await pass(0);
    expect(worker.asked.amounts).toEqual([['12', '13']]);
    expect(facts.of('12')).toMatchObject({ state: 'paid' });
    expect(changes).toBe(1);
  });

  test('of invoices Manage does not hold are not asked for again', async () => {
    want('5000');
    await pass(0);
    want('5000');
    await pass(0);
    expect(worker.asked.amounts).toEqual([['5000']]);
    expect(facts.of('5000')).toBeUndefined();
  });

  test('are asked for in messages of at most a hundred, one after the other', async () => {
    want(...from(1, 250));
    expect(worker.asked.amounts).toHaveLength(1);
    await pass(0);
    expect(worker.asked.amounts.map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  test('that scrolled away are not asked for any more', async () => {
    want(...from(1, 250));
    want('800');
    await pass(0);
    expect(worker.asked.amounts).toEqual([from(1, 100), ['800']]);
  });

  test('are not looked up among what every object inherits', async () => {
    want('constructor', '__proto__');
    await pass(0);
    expect(facts.of('constructor')).toBeUndefined();
    expect(facts.of('__proto__')).toBeUndefined();
  });

  test('stay on show until the answer that replaces them', async () => {
    want('12');
    await pass(0);
    worker.held = () => factsOf('unpaid', 0);
    facts.expire();
    expect(facts.of('12')).toMatchObject({ state: 'paid' });
    await pass(0);
    expect(facts.of('12')).toMatchObject({ state: 'unpaid' });
    expect(worker.asked.amounts).toEqual([['12'], ['12']]);
  });

  test('that were on their way when everything expired are asked for again', async () => {
    want('12');
    facts.expire();
    await pass(0);
    expect(worker.asked.amounts).toEqual([['12'], ['12']]);
  });
});

describe('dates', () => {
  test('are asked for when the view has been at rest', async () => {
    want('12');
    await pass(399);
    expect(worker.asked.dates).toEqual([]);
    await pass(1);
    expect(worker.asked.dates).toEqual([['12']]);
    expect(facts.of('12')?.datePaid).toBe('2020-03-01');
  });

  test('are not asked for while the view moves', async () => {
    for (const number of from(1, 20)) {
      want(number);
      await pass(100);
    }
    expect(worker.asked.dates).toEqual([]);
    await pass(300);
    expect(worker.asked.dates).toEqual([['20']]);
  });

  test('wait for a look at a view that may have moved unseen, however long the page is too busy for one', async () => {
    want('12');
    isViewKnown = false;
    await pass(5000);
    expect(worker.asked.dates).toEqual([]);
    want('13');
    await pass(399);
    want('13');
    expect(worker.asked.dates).toEqual([]);
    await pass(1);
    expect(worker.asked.dates).toEqual([]);
    want('13');
    expect(worker.asked.dates).toEqual([['13']]);
  });

  test('are asked for only of paid invoices in view', async () => {
    worker.held = (number) => factsOf(number === '13' ? 'partly-paid' : 'paid', 100, '2020-03-01');
    facts.want({ near: ['12', '13', '14'], inView: ['12', '13'] });
    await pass(400);
    expect(worker.asked.dates).toEqual([['12']]);
  });

  test('that Manage does not have are not asked for again', async () => {
    worker.held = () => factsOf('paid', 100, null);
    want('12');
    await pass(400);
    want('12');
    await pass(1000);
    expect(worker.asked.dates).toEqual([['12']]);
  });

  test('are asked for a few at a time', async () => {
    want(...from(1, 60));
    await pass(400);
    expect(worker.asked.dates.map(({ length }) => length)).toEqual([25, 25, 10]);
  });

  test('wait until a sync has ended', async () => {
    facts.setRunning(true);
    want('12');
    await pass(10_000);
    expect(worker.asked.amounts).toHaveLength(1);
    expect(worker.asked.dates).toEqual([]);
    facts.setRunning(false);
    expect(worker.asked.dates).toEqual([['12']]);
  });

  test('stay on the badge while the amount is asked for again', async () => {
    want('12');
    await pass(400);
    facts.setRunning(true);
    facts.expire();
    await pass(0);
    expect(worker.asked.amounts).toHaveLength(2);
    expect(facts.of('12')?.datePaid).toBe('2020-03-01');
  });

  test('do not outlive the amount they belong to', async () => {
    want('12');
    await pass(400);
    facts.setRunning(true);
    worker.held = () => factsOf('paid', 200, '2020-03-05');
    facts.expire();
    await pass(0);
    expect(facts.of('12')).toEqual(factsOf('paid', 200));
  });
});

describe('a refusal', () => {
  beforeEach(() => {
    worker.refusal = reason('manageSignedOut');
  });

  test('is told, leaves no badge and is not repeated without end', async () => {
    want('12');
    await pass(0);
    expect(problems).toEqual([worker.refusal]);
    expect(facts.of('12')).toBeUndefined();
    for (let minute = 0; minute < 60; minute += 1) {
      want('12');
      await pass(60_000);
    }
    expect(worker.asked.amounts).toHaveLength(5);
  });

  test('is forgotten with the first answer', async () => {
    want('12');
    await pass(0);
    worker.refusal = null;
    await pass(5_000);
    expect(problems).toEqual([reason('manageSignedOut'), null]);
    expect(facts.of('12')).toMatchObject({ state: 'paid' });
  });

  test('of a later question takes the badge off that cannot be checked', async () => {
    worker.refusal = null;
    want('12');
    await pass(0);
    worker.refusal = reason('network');
    facts.expire();
    await pass(0);
    expect(facts.of('12')).toBeUndefined();
  });

  test('that was given up is tried again on somebody’s behalf', async () => {
    want('12');
    await pass(60 * 60_000);
    worker.refusal = null;
    facts.expire();
    await pass(0);
    expect(facts.of('12')).toBeUndefined();
    facts.invalidate();
    await pass(0);
    expect(facts.of('12')).toMatchObject({ state: 'paid' });
  });

  test('of a worker that cannot be reached is a refusal, too', async () => {
    worker.refusal = null;
    worker.held = () => {
      throw new Error('Could not establish connection');
    };
    want('12');
    await pass(0);
    expect(problems).toEqual([reason('unexpected')]);
  });
});

test('nothing is asked for after the end', async () => {
  want('12');
  abort.abort();
  want('13');
  await pass(60_000);
  expect(worker.asked).toEqual({ amounts: [['12']], dates: [] });
  expect(changes).toBe(0);
});
