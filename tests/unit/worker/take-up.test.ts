import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import type { RunRecord } from '@/utils/storage/database';
import type { RunController } from '@/utils/sync/run-controller';
import { NO_COUNTS } from '@/utils/sync/run-state';
import { takeUp } from '@/utils/worker/take-up';
import { freshDatabase, SCOPE } from '../sync/support/run';

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;

const cutOff: RunRecord = {
  id: 'run',
  mode: 'sync',
  phase: 'running',
  startedAt: NOON - MINUTE,
  finishedAt: null,
  resumesAt: null,
  found: 5,
  done: 2,
  counts: { ...NO_COUNTS, updated: 2 },
  failure: null,
  notes: [],
  scope: SCOPE,
  connectionId: 'poweroffice-go',
  task: { kind: 'numbers', numbers: ['1'] },
  resumed: 0,
};

async function wake(
  run: Partial<RunRecord> | null,
  options: { active?: boolean; stored?: boolean; why?: Error } = {},
) {
  const db = await freshDatabase();
  if (run !== null) await db.put('runs', { ...cutOff, ...run });
  const wentOn: RunRecord[] = [];
  const runs = {
    isActive: () => options.active ?? false,
    storeEnds: () => Promise.resolve(options.stored ?? true),
  } as RunController;
  const isLeft = await takeUp({
    connectionId: 'poweroffice-go',
    platform: { now: () => NOON },
    services: () => Promise.resolve({ database: db }),
    runs,
    goOn: (taken) => {
      wentOn.push(taken);
      return options.why !== undefined ? Promise.reject(options.why) : Promise.resolve();
    },
  });
  return { isLeft, wentOn, kept: await db.get('runs', 'run') };
}

it('goes on with a run that was cut off, and counts how often', async () => {
  const { isLeft, wentOn } = await wake({});
  expect(wentOn).toMatchObject([{ id: 'run', resumed: 1 }]);
  expect(isLeft).toBe(true);
});

it.each<[string, Parameters<typeof wake>[0], Parameters<typeof wake>[1]?]>([
  ['while one is under way', {}, { active: true }],
  ['while it is not stored how the last one ended', {}, { stored: false }],
  ['before its pause is over', { phase: 'paused', resumesAt: NOON + MINUTE }],
])('goes on with none %s, and will look again', async (_, run, options) => {
  expect(await wake(run, options)).toMatchObject({ isLeft: true, wentOn: [] });
});

it.each([['finished'], ['stopped'], ['failed']] as const)(
  'has nothing left once the run has %s',
  async (phase) => {
    expect(await wake({ phase, finishedAt: NOON })).toMatchObject({ isLeft: false, wentOn: [] });
  },
);

it('has nothing left where there was no run', async () => {
  expect(await wake(null)).toMatchObject({ isLeft: false, wentOn: [] });
});

it.each([
  ['is over', NOON],
  ['was begun before the clock was set back', NOON + 5 * 60 * MINUTE],
])('goes on with a run whose pause %s', async (_, resumesAt) => {
  expect((await wake({ phase: 'paused', resumesAt })).wentOn).toHaveLength(1);
});

it('asks once more a minute later when somebody does not answer', async () => {
  const { kept } = await wake({}, { why: new Problem('network', { host: 'na' }, { retryable: true }) });
  expect(kept).toMatchObject({
    phase: 'paused',
    resumesAt: NOON + MINUTE,
    failure: { code: 'network' },
    resumed: 1,
    done: 2,
  });
});

it('gives up what only a person can put right, with the reason', async () => {
  const { kept } = await wake({}, { why: new Problem('otherMember') });
  expect(kept).toMatchObject({
    phase: 'failed',
    finishedAt: NOON,
    failure: { code: 'otherMember' },
    counts: { updated: 2 },
  });
});

it.each(['runAlreadyActive', 'runStopped'] as const)(
  'leaves a run alone that somebody else saw to: %s',
  async (code) => {
    expect((await wake({}, { why: new Problem(code) })).kept).toMatchObject({ phase: 'running', resumed: 0 });
  },
);

it('gives up after many times', async () => {
  const { kept, wentOn } = await wake({ resumed: 25 });
  expect(wentOn).toEqual([]);
  expect(kept).toMatchObject({ phase: 'failed', failure: { code: 'runGaveUp' } });
});
