import { expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import { createRunController, type RunController, type RunRequest } from '@/utils/sync/run-controller';
import type { RunState, RunSummary } from '@/utils/sync/run-state';
import { fakeTime, NO_SERVER_MS } from '../support/fake-time';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { ALONE, changes, freshDatabase, journalOf, pastMonth } from './support/run';

async function setUp(count = 3) {
  const db = await freshDatabase();
  const time = fakeTime(1_000_000, NO_SERVER_MS);
  const told: RunState[] = [];
  let alive = 0;
  const numbers = Array.from({ length: count }, (_, at) => String(at));
  const manage = fakeManage(numbers.map((number) => ({ number, total: 100 })));
  const source = books([
    { invoices: numbers.map((number) => booked(number, 100, [payment(100, '2026-11-19')])) },
  ]);
  const runs = createRunController({
    now: time.now,
    sleep: time.sleep,
    alone: (work) => work(),
    onState: (state) => void told.push(state),
    keepAlive: () => {
      alive += 1;
      return () => void (alive -= 1);
    },
  });
  const request: RunRequest = {
    id: 'run',
    mode: 'sync',
    startedAt: time.now(),
    prepare: () =>
      Promise.resolve({
        source,
        manage: manage.port,
        journal: journalOf(db, 'run'),
        rules: ALONE,
        task: changes(pastMonth),
      }),
  };
  return { runs, request, told, manage, db, alive: () => alive };
}

/** The same request, whose journal cannot store some summaries. */
function withFullStorage(request: RunRequest, isRefused: (summary: RunSummary) => boolean): RunRequest {
  return {
    ...request,
    async prepare(signal) {
      const prepared = await request.prepare(signal);
      const { journal } = prepared;
      const saveSummary: typeof journal.saveSummary = (summary) =>
        isRefused(summary) ? Promise.reject(new Problem('storageFull')) : journal.saveSummary(summary);
      return { ...prepared, journal: { ...journal, saveSummary } };
    },
  };
}

it('answers as soon as the run is under way and tells how it ended', async () => {
  const { runs, request, told } = await setUp();
  expect(await runs.start(request)).toMatchObject({ phase: 'running', done: 0 });
  await runs.idle();
  expect(told.at(-1)).toMatchObject({ phase: 'finished', counts: { updated: 3 } });
  expect(runs.current()).toBe(told.at(-1));
});

it('lets one run go on at a time', async () => {
  const { runs, request, manage } = await setUp();
  const first = runs.start(request);
  await expect(runs.start(request)).rejects.toMatchObject({ reason: { code: 'runAlreadyActive' } });
  await first;
  await runs.idle();
  expect(manage.asked.writes).toHaveLength(3);
});

it('can begin again after a run could not begin', async () => {
  const { runs, request } = await setUp();
  const refused = {
    ...request,
    prepare: () => Promise.reject(new Problem('manageSignedOut', { host: 'na' })),
  };
  await expect(runs.start(refused)).rejects.toMatchObject({ reason: { code: 'manageSignedOut' } });
  expect(await runs.start(request)).toMatchObject({ phase: 'running' });
  await runs.idle();
});

it('keeps the worker alive while a run goes on, and no longer', async () => {
  const { runs, request, alive } = await setUp();
  await runs.start(request);
  expect(alive()).toBe(1);
  await runs.idle();
  expect(alive()).toBe(0);
});

it('sends figures and no lists, and progress only now and then', async () => {
  const { runs, request, told } = await setUp(600);
  await runs.start(request);
  await runs.idle();
  expect(told.length).toBeLessThan(15);
  expect(told.at(-1)?.counts.updated).toBe(600);
  expect(told.map((state) => JSON.stringify(state).length).filter((length) => length > 600)).toEqual([]);
});

it('tells while it goes on how long what was found will take', async () => {
  const { runs, request, told } = await setUp(60);
  const timeLeft = ({ found, done }: Pick<RunState, 'found' | 'done'>) => (found - done) * 1_000;
  await runs.start({
    ...request,
    prepare: async (signal) => ({ ...(await request.prepare(signal)), timeLeft }),
  });
  await runs.idle();
  for (const state of told.slice(0, -1)) expect(state.timeLeft).toBe(timeLeft(state));
  expect(told.at(-1)).toMatchObject({ phase: 'finished', timeLeft: null });
});

it('is remembered before its beginning is told', async () => {
  const { runs, request, db } = await setUp();
  await runs.start(request);
  expect(await db.get('runs', 'run')).toMatchObject({ phase: 'running' });
  await runs.idle();
});

it('does not begin what cannot be remembered', async () => {
  const { runs, request, manage } = await setUp();
  await expect(runs.start(withFullStorage(request, () => true))).rejects.toMatchObject({
    reason: { code: 'storageFull' },
  });
  expect(manage.asked.lookUps).toBe(0);
});

it('stores later how a run ended when that could not be stored', async () => {
  const { runs, request, told, db } = await setUp();
  let full = true;
  await runs.start(withFullStorage(request, ({ phase }) => full && phase === 'finished'));
  await runs.idle();
  expect(told.at(-1)).toMatchObject({ phase: 'finished' });
  expect(await runs.storeEnds()).toBe(false);
  expect(await db.get('runs', 'run')).toMatchObject({ phase: 'running' });
  full = false;
  expect(await runs.storeEnds()).toBe(true);
  expect(await db.get('runs', 'run')).toMatchObject({ phase: 'finished' });
});

it('goes on from what it had come to', async () => {
  const { runs, request, db } = await setUp();
  const before = { ...(await ended(runs, request)), phase: 'stopped' } as const;
  expect(await runs.start({ ...request, before })).toMatchObject({
    phase: 'running',
    done: 3,
    finishedAt: null,
  });
  await runs.idle();
  expect(await db.get('runs', 'run')).toMatchObject({ phase: 'finished', done: 3 });
});

it('says so when it is stopped before it has begun', async () => {
  const { runs, request } = await setUp();
  const begun = runs.start({
    ...request,
    prepare: (signal) => {
      runs.stop();
      signal.throwIfAborted();
      return request.prepare(signal);
    },
  });
  await expect(begun).rejects.toMatchObject({ reason: { code: 'runStopped' } });
});

it('fails for the reason for which it is ended', async () => {
  const { runs, request, told } = await setUp(120);
  await runs.start(request);
  runs.stop(new Problem('storageGone'));
  await runs.idle();
  expect(told.at(-1)).toMatchObject({ phase: 'failed', failure: { code: 'storageGone' } });
});

it('stops when told to', async () => {
  const { runs, request, told } = await setUp(120);
  await runs.start(request);
  runs.stop();
  await runs.idle();
  expect(told.at(-1)).toMatchObject({ phase: 'stopped' });
});

async function ended(runs: RunController, request: RunRequest): Promise<RunSummary> {
  await runs.start(request);
  await runs.idle();
  const state = runs.current();
  if (state === null) throw new Error('the run never began');
  const { timeLeft: _, ...summary } = state;
  return summary;
}
