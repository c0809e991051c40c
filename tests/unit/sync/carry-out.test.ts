import { expect, it } from 'vitest';
import type { Change } from '@/utils/payments/change';
import { money } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import type { BatchPlan } from '@/utils/sync/batch-plan';
import { carryOut } from '@/utils/sync/carry-out';
import { created, held, record, shows, telling, type Told } from './support/plans';
import { freshDatabase, journalOf } from './support/run';

const lost = new Problem('network', { host: 'na' }, { retryable: true });
const met = new Problem('changedMeanwhile');
const nothing: BatchPlan = { outcomes: [], writes: [], surplus: [] };
const unchanged: BatchPlan = {
  ...nothing,
  outcomes: [{ invoiceNumber: '1', kind: 'unchanged', reasons: [reason('totalsDiffer')] }],
};

/** Carries a new payment record out; each write that is tried ends as told. */
async function carry(writes: readonly (Problem | ReturnType<typeof shows>)[], told: Told, plan = nothing) {
  const db = await freshDatabase();
  const journal = journalOf(db, 'run');
  const left = [...writes];
  const { port, asked } = telling({
    ...told,
    write: () => {
      const [next] = left.splice(0, 1);
      return next instanceof Problem ? Promise.reject(next) : Promise.resolve(next ?? shows());
    },
  });
  const planned: (readonly [readonly string[], ReadonlySet<string>])[] = [];
  const carried = await carryOut(
    { manage: held(7, '1'), change: created(7, '1'), notes: [reason('totalsDiffer')] },
    {
      runId: 'run',
      manage: port,
      journal,
      planner: (numbers, unsure) => {
        planned.push([numbers, unsure]);
        return Promise.resolve(plan);
      },
    },
    new AbortController().signal,
  );
  const entry = await db.get('writes', ['run', '1']);
  const own = [...(await journal.ownAmong([8, 9, 10]))];
  return { carried, asked, planned, own, open: entry?.open ?? null, settled: entry?.settled ?? null };
}

const showing = (...records: ReturnType<typeof record>[]): Told => ({
  invoices: [held(8, '1'), held(7, '1')],
  shown: new Map([
    [7, shows(...records)],
    [8, shows()],
  ]),
});

it('a write that Manage confirms is noted, and its record is our own', async () => {
  const { carried, own, open, settled } = await carry([shows(record(9))], {});
  expect(carried).toMatchObject({ result: 'confirmed', write: { change: created(7, '1') } });
  expect([own, open, settled]).toEqual([[9], null, created(7, '1')]);
});

it('a write that Manage answers with something else was not carried out, and says so', async () => {
  const { carried, own, open, settled } = await carry([shows(record(9, { amount: money(1, 'NOK') }))], {});
  expect(carried).toMatchObject({
    result: 'settled',
    outcome: { kind: 'failed', reasons: [{ code: 'notVerified' }, { code: 'totalsDiffer' }] },
  });
  expect([own, open, settled]).toEqual([[9], null, null]);
});

it('a write whose answer was lost is found in Manage, and not sent again', async () => {
  const { carried, asked, own, open, settled } = await carry([lost], showing(record(9)));
  expect(carried.result).toBe('confirmed');
  expect(asked.writes).toHaveLength(1);
  expect(asked.read).toMatchObject([{ id: 7, payments: null }]);
  expect([own, open, settled]).toEqual([[9], null, created(7, '1')]);
});

it('a write whose answer was lost stays open where its invoice cannot be read', async () => {
  const unreadable: Told = { ...showing(), shown: new Map([[7, new Problem('manageServerError')]]) };
  const { carried, asked, planned, open } = await carry([lost], unreadable);
  expect(carried).toMatchObject({
    result: 'settled',
    outcome: { kind: 'failed', reasons: [{ code: 'manageServerError' }, { code: 'totalsDiffer' }] },
  });
  expect([asked.writes, planned]).toEqual([[created(7, '1')], []]);
  expect(open).toEqual(created(7, '1'));
});

it.each<[string, Told]>([
  ['an invoice that is gone', {}],
  ['another invoice of that number', { ...showing(record(9)), invoices: [held(8, '1')] }],
  ['an invoice of which Manage tells nothing', { ...showing(), shown: new Map() }],
  ['an invoice that shows nothing', showing()],
])('a write whose answer was lost, to %s, was not carried out and is decided anew', async (_, told) => {
  const { carried, planned, open, settled } = await carry([lost], told);
  expect(planned).toEqual([[['1'], new Set(['1'])]]);
  expect(carried).toMatchObject({
    result: 'settled',
    outcome: { kind: 'failed', reasons: [{ code: 'changedMeanwhile' }, { code: 'totalsDiffer' }] },
  });
  expect([open, settled]).toEqual([null, null]);
});

it.each<[string, Problem, string[]]>([
  ['that met somebody else’s change tells of it', met, ['changedMeanwhile', 'totalsDiffer']],
  ['whose answer was lost tells of the new decision alone', lost, ['totalsDiffer']],
])('a write %s', async (_, problem, codes) => {
  const { carried } = await carry([problem], showing(record(3, { amount: money(1, 'NOK') })), unchanged);
  const reasons = carried.result === 'settled' ? carried.outcome.reasons : [];
  expect(carried).toMatchObject({ result: 'settled', outcome: { invoiceNumber: '1', kind: 'unchanged' } });
  expect(reasons.map(({ code }) => code)).toEqual(codes);
});

it('a write that a new decision repeats is sent once more, and then given up', async () => {
  const again: Change = { ...created(7, '1'), to: created(7, '1').to };
  const plan: BatchPlan = { ...nothing, writes: [{ manage: held(7, '1'), change: again, notes: [] }] };
  const { carried, asked, planned, open } = await carry([lost, lost], showing(), plan);
  expect(carried).toMatchObject({ result: 'settled', outcome: { reasons: [{ code: 'network' }] } });
  expect([asked.writes.length, planned.length, open]).toEqual([2, 1, null]);
});

it('a record of ours that turns out to stand beside an earlier one is taken back', async () => {
  const plan: BatchPlan = { ...nothing, surplus: [{ manage: held(7, '1'), record: record(9) }] };
  const { carried, asked } = await carry([met], showing(), plan);
  expect(asked.writes[1]).toMatchObject({ action: 'delete', recordId: 9 });
  expect(carried).toMatchObject({
    result: 'settled',
    outcome: { kind: 'failed', reasons: [{ code: 'changedMeanwhile' }] },
  });
});

it('a write that was refused is neither looked for nor repeated', async () => {
  const { carried, asked, open } = await carry(
    [new Problem('manageRefused', { detail: '', status: '400' })],
    {},
  );
  expect(carried).toMatchObject({ outcome: { kind: 'failed', reasons: [{ code: 'manageRefused' }, {}] } });
  expect([asked.numbers, open]).toEqual([[], null]);
});
