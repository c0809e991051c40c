import { expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import { createRunController, type PreparedRun } from '@/utils/sync/run-controller';
import type { RunState } from '@/utils/sync/run-state';
import { fakeTime, NO_SERVER_MS } from '../support/fake-time';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { ALONE, changes, freshDatabase, journalOf, pastMonth } from './support/run';

const MINUTE = 60_000;
const silent = new Problem('manageNotAnswering', { host: 'na', status: '503' }, { retryable: true });

/** A run of three pages whose n-th look-up, and whose n-th preparation, fail as told. */
async function paused(
  fails: (lookUp: number) => boolean,
  prepareFails: (time: number) => Problem | null = () => null,
) {
  const db = await freshDatabase();
  const time = fakeTime(0, NO_SERVER_MS);
  const told: RunState[] = [];
  const numbers = ['1', '2', '3'];
  const manage = fakeManage(numbers.map((number) => ({ number, total: 100 })));
  const source = books(
    numbers.map((number) => ({ invoices: [booked(number, 100, [payment(100, '2026-11-19')])] })),
  );
  let lookUps = 0;
  let prepared = 0;
  const port = {
    ...manage.port,
    findInvoices: (...args: Parameters<typeof manage.port.findInvoices>) =>
      fails((lookUps += 1)) ? Promise.reject(silent) : manage.port.findInvoices(...args),
  };
  const runs = createRunController({
    now: time.now,
    sleep: time.sleep,
    alone: (work) => work(),
    onState: (state) => {
      told.push(state);
      if (state.phase === 'paused' && onPause !== null) onPause();
    },
    keepAlive: () => () => undefined,
  });
  let onPause: (() => void) | null = null;
  const start = (whenPaused: (() => void) | null = null): Promise<RunState> => {
    onPause = whenPaused;
    return runs.start({
      id: 'run',
      mode: 'sync',
      startedAt: 0,
      prepare: (): Promise<PreparedRun> => {
        const problem = prepareFails((prepared += 1));
        if (problem !== null) return Promise.reject(problem);
        return Promise.resolve({
          source,
          manage: port,
          journal: journalOf(db, 'run'),
          rules: ALONE,
          task: changes(pastMonth),
        });
      },
    });
  };
  const waits = (): (number | null)[] =>
    told.flatMap(({ phase, resumesAt }) => (phase === 'paused' ? [(resumesAt ?? 0) / MINUTE] : []));
  return { runs, start, told, waits, time, db };
}

it('a paused run says when it goes on, waits longer each time in a row, and is active all the while', async () => {
  const { runs, start, told, waits, time } = await paused((lookUp) => lookUp <= 3);
  expect(runs.isActive()).toBe(false);
  await start(() => expect(runs.isActive()).toBe(true));
  await runs.idle();
  expect(waits()).toEqual([1, 1 + 2, 1 + 2 + 5]);
  expect(told.at(-1)).toMatchObject({ phase: 'finished', counts: { updated: 3 }, resumesAt: null });
  expect(time.now()).toBeGreaterThanOrEqual(8 * MINUTE);
  expect(runs.isActive()).toBe(false);
});

it('a run that got on in between begins with the short wait again', async () => {
  // The second look-up reads the first page back; the third is the second page's.
  const { runs, start, waits } = await paused((lookUp) => lookUp === 1 || lookUp === 4);
  await start();
  await runs.idle();
  expect(waits()).toEqual([1, 2]);
});

it('a pause can be stopped', async () => {
  const { runs, start, told } = await paused(() => true);
  await start(() => runs.stop());
  await runs.idle();
  expect(told.at(-1)).toMatchObject({ phase: 'stopped', failure: null, resumesAt: null });
});

it.each<[string, Problem, string, string]>([
  ['somebody is signed out meanwhile', new Problem('manageSignedOut'), 'failed', 'manageSignedOut'],
  ['nobody answers', silent, 'finished', ''],
])('when %s, a pause ends accordingly', async (_, problem, phase, code) => {
  const { runs, start, told } = await paused(
    (lookUp) => lookUp === 1,
    (time) => (time === 2 ? problem : null),
  );
  await start();
  await runs.idle();
  expect(told.at(-1)).toMatchObject({ phase });
  expect(told.at(-1)?.failure?.code ?? '').toBe(code);
});

it('can be told to stop and be waited for when there is none', async () => {
  const { runs } = await paused(() => false);
  runs.stop();
  await runs.idle();
  expect(runs.current()).toBeNull();
});
