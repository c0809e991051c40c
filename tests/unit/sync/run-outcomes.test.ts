import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import type { Database } from '@/utils/storage/database';
import type { Journal } from '@/utils/sync/journal';
import type { ManagePort } from '@/utils/sync/manage-port';
import { booked, books, payment } from './support/books';
import { fakeManage, type Mishap } from './support/fake-manage';
import { freshDatabase, SCOPE, sync, type Ended } from './support/run';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});

const outcomeOf = (state: Ended, number = '1') =>
  state.outcomes.find(({ invoiceNumber }) => invoiceNumber === number);
const part = booked('1', 100, [payment(40, '2026-11-10')]);
const full = booked('1', 100, [payment(40, '2026-11-10'), payment(60, '2026-11-19')]);
const held = { number: '1', total: 100 };

describe('an invoice that a run comes upon twice', () => {
  const twice = (second: typeof full, mishaps: Mishap[] = [], first = part) =>
    sync(
      db,
      books([{ invoices: [first] }, { invoices: [second] }]),
      fakeManage([held], { '1': mishaps }).port,
    );

  it('is one invoice, written from what it showed before the run', async () => {
    const state = await twice(full);
    expect(state).toMatchObject({ found: 1, done: 1, counts: { updated: 1 } });
    expect(outcomeOf(state)?.change).toMatchObject({
      from: { amount: null },
      to: { amount: { minor: 100 }, date: '2026-11-19' },
    });
  });

  it('stays written when the second look finds nothing more to write, with what that look says', async () => {
    const state = await twice({ ...part, notes: ['mayIncludeCredits'] });
    expect(outcomeOf(state)).toMatchObject({
      kind: 'updated',
      change: { to: { amount: { minor: 40 } } },
      reasons: [{ code: 'mayIncludeCredits' }],
    });
    expect(state.counts).toMatchObject({ updated: 1, unchanged: 0 });
  });

  it('is written when only the second look succeeds', async () => {
    const state = await twice(full, ['refused']);
    expect(outcomeOf(state)).toMatchObject({ kind: 'updated', change: { from: { amount: null } } });
    expect(state.counts).toMatchObject({ updated: 1, failed: 0 });
    expect(await db.count('parked')).toBe(0);
  });

  it('has failed when the second look does', async () => {
    const other = booked('2', 100, [payment(100, '2026-11-19')]);
    const manage = fakeManage([held, { number: '2', total: 100 }]);
    let looks = 0;
    const port: ManagePort = {
      ...manage.port,
      writeBack: {
        ...manage.port.writeBack,
        write: (...args) =>
          args[0].invoiceNumber === '1' && ++looks === 2
            ? Promise.reject(new Problem('manageConflict'))
            : manage.port.writeBack.write(...args),
      },
    };
    const state = await sync(db, books([{ invoices: [part] }, { invoices: [full, other] }]), port);
    expect(outcomeOf(state)).toMatchObject({ kind: 'failed', reasons: [{ code: 'manageConflict' }] });
    expect(state.counts).toMatchObject({ updated: 1, failed: 1 });
  });

  it('is looked at once when nothing about it changed', async () => {
    const manage = fakeManage([held]);
    await sync(db, books([{ invoices: [part] }, { invoices: [part] }]), manage.port);
    // To decide, and to read back.
    expect(manage.asked.lookUps).toBe(2);
  });
});

describe('a number that two invoices carry', () => {
  const twins = books([{ invoices: [booked('1', 100), { ...booked('1', 200), id: 'other' }] }]);

  it('counts once, also when the run goes on', async () => {
    const manage = fakeManage([held]);
    const first = await sync(db, twins, manage.port, { id: 'run' });
    const again = await sync(db, twins, manage.port, { id: 'run' });
    for (const state of [first, again]) {
      expect(state).toMatchObject({ found: 1, done: 1, counts: { skipped: 1 } });
      expect(outcomeOf(state)?.reasons).toMatchObject([{ code: 'duplicateInBooks' }]);
    }
  });
});

describe('the list of failed invoices', () => {
  const failing = books([
    { invoices: ['1', '2'].map((number) => booked(number, 100, [payment(100, '2026-11-19')])) },
  ]);
  const manage = () =>
    fakeManage([held, { number: '2', total: 100 }], { '1': ['refused'], '2': ['refused'] });

  it.each([
    ['the first', '1'],
    ['the second', '2'],
  ])('that has no room for %s holds the last run back, and the run says so', async (_, full) => {
    const journal = (each: Journal): Journal => ({
      ...each,
      park: (number) => (number === full ? Promise.resolve(false) : each.park(number)),
    });
    const state = await sync(db, failing, manage().port, { journal });
    expect(state).toMatchObject({ phase: 'finished', notes: [{ code: 'lastRunHeldBack' }] });
    expect(await db.get('lastRuns', SCOPE)).toBeUndefined();
  });

  it('is not touched by taking a run back', async () => {
    const good = fakeManage([held]);
    await sync(db, books([{ invoices: [full] }]), good.port, { id: 'run' });
    const refusing: ManagePort = {
      ...good.port,
      writeBack: { ...good.port.writeBack, write: () => Promise.reject(new Problem('manageConflict')) },
    };
    const task = { kind: 'undo', runId: 'run' } as const;
    const state = await sync(db, failing, refusing, { mode: 'undo', task });
    expect(state.counts).toMatchObject({ failed: 1 });
    expect(await db.count('parked')).toBe(0);
  });

  it('holds nothing of what a preview finds', async () => {
    const broken: ManagePort = {
      ...manage().port,
      writeBack: {
        ...manage().port.writeBack,
        read: (wanted) =>
          Promise.resolve(new Map(wanted.map(({ id }) => [id, new Problem('manageServerError')]))),
      },
    };
    const state = await sync(db, failing, broken, { mode: 'preview' });
    expect(state).toMatchObject({ counts: { failed: 2 }, notes: [] });
    expect(await db.count('parked')).toBe(0);
    expect(await db.count('lastRuns')).toBe(0);
  });
});

describe('a run of given invoices', () => {
  it('looks them up, and moves no last run', async () => {
    const source = books([{ invoices: [full, booked('2', 100, [payment(100, '2026-11-19')])] }]);
    const manage = fakeManage([held, { number: '2', total: 100 }]);
    const state = await sync(db, source, manage.port, { task: { kind: 'numbers', numbers: ['1'] } });
    expect(state).toMatchObject({ phase: 'finished', found: 1, counts: { updated: 1 } });
    expect(manage.shows()).toMatchObject({ '2': null });
    expect(await db.count('lastRuns')).toBe(0);
  });
});

describe('a write that Manage confirmed', () => {
  /** Manage takes every write and its look-ups go on showing the sums of before. */
  const forgetful = (fail: () => Error | null = () => null) => {
    const manage = fakeManage([held]);
    let written = false;
    const port: ManagePort = {
      findInvoices: async (numbers, signal) => {
        const error = written ? fail() : null;
        if (error !== null) throw error;
        const found = await manage.port.findInvoices(numbers, signal);
        const invoices = found.invoices.map((each) => ({ ...each, payments: { minor: 0, currency: 'NOK' } }));
        return { ...found, invoices };
      },
      writeBack: {
        ...manage.port.writeBack,
        write: (...args) => {
          written = true;
          return manage.port.writeBack.write(...args);
        },
      },
    };
    return { ...manage, port };
  };

  it('and does not show afterwards has failed', async () => {
    const manage = forgetful();
    const state = await sync(db, books([{ invoices: [full] }]), manage.port);
    expect(outcomeOf(state)).toMatchObject({
      kind: 'failed',
      change: { to: { amount: { minor: 100 } } },
      reasons: [{ code: 'notVerified' }],
    });
    expect(await db.getAllKeys('parked')).toEqual([[SCOPE, '1']]);
  });

  it('counts although it could not be read back, and the run ends with the reason', async () => {
    const manage = forgetful(() => new Problem('manageSignedOut', { host: 'na' }));
    const state = await sync(db, books([{ invoices: [full] }]), manage.port);
    expect(state).toMatchObject({
      phase: 'failed',
      failure: { code: 'manageSignedOut' },
      counts: { updated: 1, failed: 0 },
    });
  });
});

describe('the reasons of a write that failed', () => {
  it.each<[string, Mishap[], string]>([
    ['that was answered otherwise than asked', ['answers otherwise'], 'notVerified'],
    ['that was lost twice', ['lost before', 'lost before'], 'network'],
    ['that was refused', ['refused'], 'manageRefused'],
  ])('%s say so first, and then what else is to be known of the invoice', async (_, mishaps, code) => {
    const noted = { ...full, notes: ['mayIncludeCredits'] as const };
    const state = await sync(db, books([{ invoices: [noted] }]), fakeManage([held], { '1': mishaps }).port);
    expect(outcomeOf(state)).toMatchObject({ kind: 'failed', change: { invoiceNumber: '1' } });
    expect(outcomeOf(state)?.reasons.map((each) => each.code)).toEqual([code, 'mayIncludeCredits']);
  });
});

it('once nothing further can be done, no more writes are begun than were under way', async () => {
  const numbers = Array.from({ length: 10 }, (_, at) => String(at));
  const invoices = numbers.map((number) => booked(number, 100, [payment(100, '2026-11-19')]));
  const manage = fakeManage(
    numbers.map((number) => ({ number, total: 100 })),
    { '0': ['signed out'] },
  );
  await sync(db, books([{ invoices }]), manage.port);
  expect(manage.asked.writes.length).toBeLessThanOrEqual(4);
});

it('what the source says of a page is told with the run', async () => {
  const source = books([{ invoices: [], notes: [reason('clockDiffers', { minutes: '3' })] }]);
  const state = await sync(db, source, fakeManage([]).port);
  expect(state.notes).toMatchObject([{ code: 'clockDiffers' }]);
});
