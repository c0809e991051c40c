import { describe, expect, it } from 'vitest';
import { payNow, unmatch } from '../../../sandbox/books/happenings';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { createWorld, sizedWorld } from '../../../sandbox/world';
import { numbersOf, openDesk } from './support';

const PAST_MONTH = '2026-10-22';

describe.each(['payment-record', 'custom-fields'] as const)('written as %s', (strategy) => {
  it.each(['api-keys', 'session'] as const)(
    'with %s, Manage holds what happened in the books',
    async (signIn) => {
      const desk = await openDesk(createWorld, { strategy, signIn });
      const { world } = desk;
      const expected = expectedInManage(world, PAST_MONTH, strategy);
      const state = await desk.run();
      expect(state).toMatchObject({ phase: 'finished', failure: null });
      expect(heldInManage(world.manage)).toEqual(expected.held);
      expect(numbersOf(state, 'updated')).toEqual(expected.outcomes.updated);
      expect(numbersOf(state, 'not-found')).toEqual(expected.outcomes.notFound);
      expect(numbersOf(state, 'skipped')).toEqual(expected.outcomes.skipped);
      expect(numbersOf(state, 'failed')).toEqual(expected.outcomes.failed);
    },
  );

  it('a second run writes nothing', async () => {
    const desk = await openDesk(createWorld, { strategy });
    const first = await desk.run();
    const before = desk.hosts.requests.length;
    const second = await desk.run();
    const writes = desk.hosts.requests
      .slice(before)
      .filter(({ method, host }) => method !== 'GET' && host.includes('myconnectwise'));
    // What Manage refuses for good (fields of a closed invoice) is tried again, and only that.
    expect(writes.map(({ status }) => status)).toEqual(
      first.counts.failed === 0 ? [] : expect.arrayContaining([400]),
    );
    expect(second.counts).toMatchObject({ updated: 0, failed: first.counts.failed });
  });
});

it('a $50 payment of 1 March 2020 synced twice in a day stays $50', async () => {
  const desk = await openDesk(createWorld);
  const { world } = desk;
  await desk.run();
  await desk.run();
  expect(heldInManage(world.manage).get('10020')?.records).toEqual([{ amount: 50, date: '2020-03-01' }]);
});

it('a payment taken back leaves Manage, and one made again comes back', async () => {
  const desk = await openDesk(createWorld);
  const { world } = desk;
  await desk.run();
  unmatch(world, 12345);
  const after = await desk.run({ choice: 'last-run' });
  expect(after.counts.updated).toBeGreaterThanOrEqual(1);
  expect(heldInManage(world.manage).get('12345')?.records).toEqual([]);
  payNow(world, 12345, 1250, '2026-11-21');
  await desk.run({ choice: 'last-run' });
  expect(heldInManage(world.manage).get('12345')?.records).toEqual([{ amount: 1250, date: '2026-11-21' }]);
});

it('a preview writes nothing and promises what the run then does', async () => {
  const desk = await openDesk(createWorld);
  const { world } = desk;
  const before = heldInManage(world.manage);
  const preview = await desk.run({ choice: 'past-month' }, 'preview');
  expect(heldInManage(world.manage)).toEqual(before);
  const run = await desk.run();
  expect(numbersOf(run, 'updated')).toEqual(numbersOf(preview, 'updated'));
});

it('somebody else’s payment record is changed only after the user accepts', async () => {
  const desk = await openDesk(createWorld);
  const { world } = desk;
  const state = await desk.run();
  const foreign = state.outcomes.find(({ takeOver }) => takeOver !== undefined);
  const number = foreign?.invoiceNumber ?? '';
  const before = heldInManage(world.manage).get(number);
  const begun = await desk.fromPage('takeOver', {
    connectionId: desk.connectionId,
    invoiceNumber: number,
    recordId: foreign?.takeOver,
  });
  expect(begun.ok).toBe(true);
  await expect.poll(() => desk.runs.at(-1)?.id === state.id).toBe(false);
  await expect.poll(() => desk.runs.at(-1)?.phase).toBe('finished');
  expect(desk.runs.at(-1)?.counts).toMatchObject({ updated: 1 });
  expect(heldInManage(world.manage).get(number)).not.toEqual(before);
});

describe('requests to Manage', () => {
  it.each([100, 1000])(
    'for %i changed invoices stay within one write each and two look-ups for fifty',
    async (count) => {
      const desk = await openDesk((now, options) => sizedWorld(now, count, options));
      const state = await desk.run();
      expect(state.counts.updated).toBe(count);
      const asked = desk.hosts.requests.filter(
        ({ host, path }) => host.startsWith('api-na') && path.includes('/finance/invoices'),
      );
      const writes = asked.filter(({ method }) => method !== 'GET');
      const lookUps = asked.filter(({ method, path }) => method === 'GET' && !path.includes('/payments'));
      const recordReads = asked.filter(({ method, path }) => method === 'GET' && path.includes('/payments'));
      expect(writes).toHaveLength(count);
      expect(recordReads).toHaveLength(0);
      expect(lookUps.length).toBeLessThanOrEqual(2 * Math.ceil(count / 50));
      expect(desk.hosts.requests.filter(({ status }) => status === 429)).toEqual([]);
    },
  );

  it('for 1000 invoices that are right already are one look-up and one report for fifty', async () => {
    const desk = await openDesk((now, options) => sizedWorld(now, 1000, options));
    await desk.run();
    const before = desk.hosts.requests.length;
    const state = await desk.run({ choice: 'past-month' });
    expect(state.counts).toMatchObject({ unchanged: 1000, updated: 0 });
    const asked = desk.hosts.requests.slice(before).filter(({ host }) => host.startsWith('api-na'));
    const of = (part: string): number => asked.filter(({ path }) => path.includes(part)).length;
    expect(of('/payments')).toBe(0);
    expect(of('/finance/invoices')).toBeLessThanOrEqual(1000 / 50);
    expect(of('/system/reports/Invoices')).toBeLessThanOrEqual(1000 / 50);
  });
});
