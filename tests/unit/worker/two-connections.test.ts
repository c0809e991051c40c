import { describe, expect, it } from 'vitest';
import type { PanelState } from '@/utils/messaging/protocol';
import { reason } from '@/utils/payments/reason';
import { dayBefore } from '../../../sandbox/books/calendar';
import { payNow } from '../../../sandbox/books/happenings';
import { heldInManage } from '../../../sandbox/oracle';
import { expectedOfTwo } from '../../../sandbox/oracle-of-two';
import { numbersOf, type EndedRun } from './support';
import { POWEROFFICE_SECOND_KEYS } from '../../../sandbox/poweroffice-go/keys';
import { NORD, openTwo, SOR } from './support-of-two';

const NOW = Date.UTC(2026, 10, 22, 12);
const SINCE = dayBefore(NOW, 31);

/** What a run came to, in the oracle's words. */
const said = (run: EndedRun | undefined) => ({
  updated: numbersOf(run as EndedRun, 'updated'),
  notFound: numbersOf(run as EndedRun, 'not-found'),
  skipped: numbersOf(run as EndedRun, 'skipped'),
  failed: numbersOf(run as EndedRun, 'failed'),
});

describe.each(['payment-record', 'custom-fields'] as const)('two companies, written as %s', (strategy) => {
  it.each([
    ['side by side', [[NORD, SOR]]],
    ['one after the other', [[NORD], [SOR]]],
    ['the other one first', [[SOR], [NORD]]],
  ])('synced %s, each writes its own invoices, and none writes what both carry', async (_, order) => {
    const two = await openTwo({ strategy });
    const expected = expectedOfTwo(two.world.stories, SINCE, strategy);
    const runs: Record<string, EndedRun> = {};
    for (const ids of order) Object.assign(runs, await two.runAll(ids));
    expect(expected.nord).toMatchObject(said(runs[NORD]));
    expect(expected.sor).toMatchObject(said(runs[SOR]));
    expect(heldInManage(two.world.manage)).toEqual(expected.held);
  });
});

it('an invoice that both carry names both', async () => {
  const two = await openTwo();
  const { [NORD]: nord } = await two.runAll([NORD, SOR]);
  expect(nord?.outcomes.find(({ invoiceNumber }) => invoiceNumber === '61001')?.reasons).toEqual([
    { code: 'inSeveralBooks', params: { books: 'Nord IT, Sør IT' } },
  ]);
});

it('from the last run, the one that was never run begins a month back, and says so', async () => {
  const two = await openTwo();
  const expected = expectedOfTwo(two.world.stories, SINCE, 'payment-record');
  await two.runAll([NORD]);
  const { [NORD]: nord, [SOR]: sor } = await two.runAll([NORD, SOR], { choice: 'last-run' });
  expect(heldInManage(two.world.manage)).toEqual(expected.held);
  expect(sor?.notes).toContainEqual(reason('noLastRun'));
  expect(nord?.notes).not.toContainEqual(reason('noLastRun'));
});

it('doing it again writes nothing', async () => {
  const two = await openTwo();
  await two.runAll([NORD, SOR]);
  const before = heldInManage(two.world.manage);
  const again = await two.runAll([NORD, SOR]);
  for (const run of Object.values(again)) expect(run.counts.updated).toBe(0);
  expect(heldInManage(two.world.manage)).toEqual(before);
});

it('a preview promises what the run then does', async () => {
  const two = await openTwo();
  const preview = await two.runAll([NORD, SOR], { choice: 'past-month' }, 'preview');
  const runs = await two.runAll([NORD, SOR]);
  for (const id of [NORD, SOR]) expect(said(runs[id])).toEqual(said(preview[id]));
});

it('each has a last run of its own, and its own undo', async () => {
  const two = await openTwo();
  await two.runAll([SOR]);
  expect(await two.stateOf(NORD)).toMatchObject({
    name: 'Nord IT',
    lastRunAt: null,
    run: null,
    canUndo: false,
  });
  const sor = await two.stateOf(SOR);
  expect(sor).toMatchObject({ name: 'Sør IT', canUndo: true, run: { phase: 'finished' } });
  expect(sor.lastRunAt).not.toBeNull();
  const undo = { connectionId: NORD, runId: sor.run?.id };
  expect(await two.fromPage('undoRun', undo)).toMatchObject({ reason: { code: 'runNotThere' } });
});

it('the undo of one leaves what the other wrote', async () => {
  const two = await openTwo();
  await two.runAll([NORD, SOR]);
  const { run } = await two.stateOf(NORD);
  await two.fromPage('undoRun', { connectionId: NORD, runId: run?.id });
  await expect
    .poll(async () => (await two.stateOf(NORD)).run)
    .toMatchObject({ mode: 'undo', phase: 'finished' });
  const held = heldInManage(two.world.manage);
  expect(held.get('41001')?.records).toEqual([]);
  expect(held.get('51001')?.records).toHaveLength(1);
});

it('a payment in the other books is synced by the connection that has the invoice', async () => {
  const two = await openTwo();
  await two.runAll([NORD, SOR]);
  payNow(two.world.sor, 51_002, 1_600, '2026-11-21');
  const runs = await two.runAll([NORD, SOR], { choice: 'last-run' });
  expect(said(runs[NORD]).updated).toEqual([]);
  expect(said(runs[SOR]).updated).toEqual(['51002']);
});

it('one that cannot begin holds up no other', async () => {
  const two = await openTwo({ sorHasKeys: false });
  const answer = await two.fromPage('startRun', {
    connectionIds: [NORD, SOR, 'nobody'],
    start: { choice: 'past-month' },
    mode: 'sync',
  });
  expect(answer).toMatchObject({
    value: [
      { connectionId: NORD, answer: { ok: true } },
      { connectionId: SOR, answer: { ok: false, reason: { code: 'accountingKeysMissing' } } },
      { connectionId: 'nobody', answer: { ok: false, reason: { code: 'accountingNotConnected' } } },
    ],
  });
});

it('the panel names each connection, its system and what it lacks', async () => {
  const two = await openTwo({ sorHasKeys: false });
  const answer = await two.fromPage('panelState');
  const state = answer.ok ? (answer.value as PanelState) : null;
  expect(state).toMatchObject({
    missing: null,
    connections: [
      { id: NORD, name: 'Nord IT', system: 'poweroffice-go', missing: null },
      {
        id: SOR,
        name: 'Sør IT',
        missing: { code: 'accountingKeysMissing', params: { connection: 'Sør IT' } },
      },
    ],
  });
});

describe('a connection that does not answer', () => {
  it('and never ran is left out, with a word about it', async () => {
    const two = await openTwo({ sorHasKeys: false });
    const { [NORD]: nord } = await two.runAll([NORD]);
    expect(nord?.notes).toContainEqual({ code: 'otherBooksNotAsked', params: { name: 'Sør IT' } });
    expect(numbersOf(nord as EndedRun, 'updated')).toContain('41001');
  });

  it('and did run must answer: until it does, nothing is written, and all is looked at again then', async () => {
    let silent = false;
    const two = await openTwo({
      intercept: (request) =>
        silent && isSecond(request) ? Response.json({ error: 'invalid_client' }, { status: 400 }) : undefined,
    });
    await two.runAll([SOR]);
    silent = true;
    const { [NORD]: nord } = await two.runAll([NORD]);
    expect(numbersOf(nord as EndedRun, 'updated')).toEqual([]);
    const failed = nord?.outcomes.find(({ invoiceNumber }) => invoiceNumber === '41001');
    expect(failed).toMatchObject({ kind: 'failed' });
    expect(failed?.reasons[0]).toEqual({ code: 'otherBooksSilent', params: { name: 'Sør IT' } });
    silent = false;
    const { [NORD]: again } = await two.runAll([NORD], { choice: 'last-run' });
    expect(numbersOf(again as EndedRun, 'updated')).toContain('41001');
  });
});

/** Whether the second company's keys are shown for a token. */
function isSecond({ headers }: Request): boolean {
  const { applicationKey, clientKey } = POWEROFFICE_SECOND_KEYS;
  return headers.get('authorization') === `Basic ${btoa(`${applicationKey}:${clientKey}`)}`;
}
