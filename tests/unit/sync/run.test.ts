import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import type { Database } from '@/utils/storage/database';
import { booked, books, mark, payment } from './support/books';
import { fakeManage, type HeldInvoice, type Mishap } from './support/fake-manage';
import { changes, freshDatabase, SCOPE, sync, type Ended } from './support/run';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});

const paid = booked('12345', 125_000, [payment(125_000, '2026-11-19')]);
const held: HeldInvoice = { number: '12345', total: 125_000 };
const outcomeOf = (state: Ended, number: string) =>
  state.outcomes.find(({ invoiceNumber }) => invoiceNumber === number);
const lastRun = () => db.get('lastRuns', SCOPE);

describe('a run', () => {
  it('writes what was paid, and the day it was paid in full', async () => {
    const manage = fakeManage([held]);
    const state = await sync(db, books([{ invoices: [paid] }]), manage.port);
    expect(state).toMatchObject({ phase: 'finished', found: 1, done: 1, counts: { updated: 1 } });
    expect(manage.shows()).toEqual({ '12345': '125000 2026-11-19' });
  });

  it('changes nothing when it is run again', async () => {
    const manage = fakeManage([held]);
    const source = books([{ invoices: [paid] }]);
    await sync(db, source, manage.port);
    const again = await sync(db, source, manage.port);
    expect(again.counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect(manage.asked.writes).toHaveLength(1);
  });

  it('lists a paid invoice that Manage does not hold, and goes on', async () => {
    const manage = fakeManage([held]);
    const unknown = booked('999', 100, [payment(100, '2026-11-19')]);
    const state = await sync(db, books([{ invoices: [unknown, paid] }]), manage.port);
    expect(state.counts).toMatchObject({ updated: 1, 'not-found': 1 });
    expect(outcomeOf(state, '999')?.reasons).toEqual([reason('notFoundInManage')]);
  });

  it('says nothing of an unpaid invoice that Manage does not hold', async () => {
    const state = await sync(db, books([{ invoices: [booked('999', 100)] }]), fakeManage([]).port);
    expect(state).toMatchObject({ done: 1, outcomes: [], counts: { 'not-found': 0 } });
  });

  it('shows a number that two live invoices carry, and writes neither', async () => {
    const manage = fakeManage([held]);
    const twin = { ...paid, id: 'books-twin' };
    const state = await sync(db, books([{ invoices: [paid, twin] }]), manage.port);
    expect(outcomeOf(state, '12345')).toMatchObject({
      kind: 'skipped',
      reasons: [{ code: 'duplicateInBooks' }],
    });
    expect(manage.asked.writes).toEqual([]);
  });

  it('takes invoices page by page, fifty to a look-up', async () => {
    const numbers = Array.from({ length: 120 }, (_, at) => String(1000 + at));
    const invoices = numbers.map((number) => booked(number, 100, [payment(100, '2026-11-19')]));
    const manage = fakeManage(numbers.map((number) => ({ number, total: 100 })));
    const pages = [{ invoices: invoices.slice(0, 70) }, { invoices: invoices.slice(70) }];
    const state = await sync(db, books(pages), manage.port);
    expect(state.counts.updated).toBe(120);
    // Each page has a batch of its own that is not full: 70 and 50 make three look-ups, and three read back.
    expect(manage.asked).toMatchObject({ lookUps: 6, recordReads: 0 });
  });
});

describe('a preview', () => {
  it('says what would change, writes nothing and leaves nothing that another run would go by', async () => {
    const manage = fakeManage([held]);
    const state = await sync(db, books([{ invoices: [paid] }]), manage.port, { mode: 'preview' });
    expect(outcomeOf(state, '12345')).toMatchObject({
      kind: 'updated',
      change: { to: { date: '2026-11-19' } },
    });
    expect(manage.asked.writes).toEqual([]);
    expect(await lastRun()).toBeUndefined();
    for (const store of ['writes', 'parked', 'ownRecords', 'knownInvoices'] as const)
      expect(await db.count(store)).toBe(0);
  });
});

describe('a write', () => {
  const cases: readonly [string, Mishap[], string | null, string][] = [
    [
      'whose answer was lost after it was carried out is not sent again',
      ['lost after'],
      '125000 2026-11-19',
      'updated',
    ],
    [
      'that was lost on its way is sent again after a look at Manage',
      ['lost before'],
      '125000 2026-11-19',
      'updated',
    ],
    ['that stays lost fails', ['lost before', 'lost before'], null, 'failed'],
    ['that Manage refuses fails', ['refused'], null, 'failed'],
    ['that Manage answers otherwise than asked fails', ['answers otherwise'], '125000 2026-11-19', 'failed'],
  ];
  it.each(cases)('%s', async (_, mishaps, shown, kind) => {
    const manage = fakeManage([held], { '12345': mishaps });
    const state = await sync(db, books([{ invoices: [paid] }]), manage.port);
    expect(outcomeOf(state, '12345')?.kind).toBe(kind);
    expect(manage.shows()).toEqual({ '12345': shown });
    expect(state.phase).toBe('finished');
  });

  it('that fails does not stop the others', async () => {
    const other = booked('12346', 100, [payment(100, '2026-11-19')]);
    const manage = fakeManage([held, { number: '12346', total: 100 }], { '12345': ['refused'] });
    const state = await sync(db, books([{ invoices: [paid, other] }]), manage.port);
    expect(state.counts).toMatchObject({ updated: 1, failed: 1 });
  });

  it('is noted in the journal before it is sent and when Manage has confirmed it', async () => {
    const manage = fakeManage([held, { number: '12346', total: 100 }], { '12346': ['refused'] });
    const other = booked('12346', 100, [payment(100, '2026-11-19')]);
    await sync(db, books([{ invoices: [paid, other] }]), manage.port);
    const writes = await db.getAll('writes');
    expect(writes.map(({ invoiceNumber, settled }) => [invoiceNumber, settled?.to.date])).toEqual([
      ['12345', '2026-11-19'],
      ['12346', undefined],
    ]);
  });
});

describe('when nothing further can be done', () => {
  it('the run ends with the reason and keeps what was done', async () => {
    const other = booked('12346', 100, [payment(100, '2026-11-19')]);
    const manage = fakeManage([held, { number: '12346', total: 100 }], { '12346': ['signed out'] });
    const state = await sync(db, books([{ invoices: [paid] }, { invoices: [other] }]), manage.port);
    expect(state).toMatchObject({
      phase: 'failed',
      failure: { code: 'manageSignedOut' },
      counts: { updated: 1 },
    });
    expect(await lastRun()).toBeUndefined();
  });

  it('a source that breaks off in the middle moves nothing', async () => {
    const source = books([{ invoices: [paid] }], {
      // eslint-disable-next-line @typescript-eslint/require-await -- an async generator by contract
      async *changes() {
        yield { invoices: [paid], unreadable: [], watermark: mark('2026-11-20') };
        throw new Problem('timeout', { host: 'goapi.poweroffice.net' });
      },
    });
    const state = await sync(db, source, fakeManage([held]).port);
    expect(state).toMatchObject({ phase: 'failed', counts: { updated: 1 } });
    expect(await lastRun()).toBeUndefined();
  });
});

it('stops between invoices when told to, tells what was done and moves nothing', async () => {
  const numbers = Array.from({ length: 80 }, (_, at) => String(1000 + at));
  const invoices = numbers.map((number) => booked(number, 100, [payment(100, '2026-11-19')]));
  const manage = fakeManage(numbers.map((number) => ({ number, total: 100 })));
  const state = await sync(db, books([{ invoices }]), manage.port, {
    onProgress: (done, runs) => {
      if (done >= 50) runs.stop();
    },
  });
  expect(state).toMatchObject({ phase: 'stopped', failure: null, counts: { updated: 50, failed: 0 } });
  expect(manage.asked.writes).toHaveLength(50);
  expect(await lastRun()).toBeUndefined();
});

describe('a failed invoice', () => {
  it('is taken along by the next run, whatever its start date', async () => {
    const manage = fakeManage([held], { '12345': ['refused'] });
    const source = books([{ invoices: [paid] }]);
    await sync(db, source, manage.port);
    const quiet = books([{ invoices: [] }], { lookUp: (...asked) => source.lookUp(...asked) });
    const later = await sync(db, quiet, manage.port);
    expect(later.counts.updated).toBe(1);
    expect(await db.count('parked')).toBe(0);
  });

  it('does not hold the last run back', async () => {
    await sync(db, books([{ invoices: [paid] }]), fakeManage([held], { '12345': ['refused'] }).port);
    expect(await lastRun()).toMatchObject({ watermark: '2026-11-20' });
  });

  it('is forgotten when the books no longer know it', async () => {
    await sync(db, books([{ invoices: [paid] }]), fakeManage([held], { '12345': ['refused'] }).port);
    await sync(db, books([{ invoices: [] }]), fakeManage([]).port);
    expect(await db.count('parked')).toBe(0);
  });

  it('is listed with its reason when the books sent something unreadable', async () => {
    const unreadable = [{ number: '77', reason: reason('wrongShape', { what: 'x', where: 'y' }) }];
    const state = await sync(db, books([{ invoices: [paid], unreadable }]), fakeManage([held]).port);
    expect(outcomeOf(state, '77')).toMatchObject({ kind: 'failed', reasons: [{ code: 'wrongShape' }] });
    expect(state.counts.updated).toBe(1);
    expect(await db.getAllKeys('parked')).toEqual([[SCOPE, '77']]);
  });
});

describe('the last run', () => {
  const nothing = (watermark: string | null) =>
    books([{ invoices: [], watermark: watermark === null ? null : mark(watermark) }]);
  const manage = fakeManage([]).port;

  it('is stored by the very first run, whatever its start', async () => {
    await sync(db, nothing('2026-11-20'), manage);
    expect(await lastRun()).toMatchObject({ watermark: '2026-11-20', startedAt: Date.UTC(2026, 10, 22, 12) });
  });

  it('is not moved by a run that begins after it, and the run says so', async () => {
    await db.put('lastRuns', { scope: SCOPE, startedAt: 1, watermark: mark('2026-09-01') });
    const state = await sync(db, nothing('2026-11-20'), manage);
    expect(state.notes).toEqual([reason('lastRunNotMoved')]);
    expect(await lastRun()).toMatchObject({ watermark: '2026-09-01', startedAt: 1 });
  });

  it('is never moved back by a run that reads an earlier span', async () => {
    await db.put('lastRuns', { scope: SCOPE, startedAt: 1, watermark: mark('2026-11-21') });
    await sync(db, nothing('2026-11-20'), manage);
    expect(await lastRun()).toMatchObject({ watermark: '2026-11-21' });
  });

  it('stays where it is when the source cannot tell how far it read', async () => {
    const state = await sync(db, nothing(null), manage);
    expect(state.notes).toEqual([reason('lastRunUnknown')]);
    expect(await lastRun()).toBeUndefined();
  });

  it('is taken up from where it ended', async () => {
    await db.put('lastRuns', { scope: SCOPE, startedAt: 1, watermark: mark('2026-11-10') });
    await sync(db, nothing('2026-11-20'), manage, {
      task: changes({ from: 'watermark', watermark: mark('2026-11-10') }),
    });
    expect(await lastRun()).toMatchObject({ watermark: '2026-11-20' });
  });
});

it('syncing twice shows what syncing once shows, whatever was paid and whatever Manage held', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          total: fc.integer({ min: 0, max: 5000 }),
          payments: fc.array(fc.integer({ min: 1, max: 2500 }), { maxLength: 3 }),
          record: fc.option(fc.integer({ min: 1, max: 5000 })),
        }),
        { maxLength: 8 },
      ),
      async (cases) => {
        const memory = await freshDatabase();
        const invoices = cases.map(({ total, payments }, at) => {
          let left = total;
          const settled = payments.map((amount) => Math.min(amount, left - Math.max(0, left - amount)));
          const fitting = settled.filter((amount) => {
            const fits = amount > 0 && amount <= left;
            if (fits) left -= amount;
            return fits;
          });
          return booked(
            String(at),
            total,
            fitting.map((amount, day) => payment(amount, `2026-11-1${day}`)),
          );
        });
        const manage = fakeManage(
          cases.map(({ total, record }, at) => ({
            number: String(at),
            total,
            records: record === null ? [] : [{ amount: record, date: '2026-11-10' }],
          })),
        );
        const source = books([{ invoices }]);
        await sync(memory, source, manage.port);
        const once = manage.shows();
        const writes = manage.asked.writes.length;
        await sync(memory, source, manage.port);
        expect(manage.shows()).toEqual(once);
        expect(manage.asked.writes).toHaveLength(writes);
      },
    ),
    { numRuns: 60 },
  ));
