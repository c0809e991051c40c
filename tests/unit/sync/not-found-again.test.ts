import { expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Database } from '@/utils/storage/database';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { freshDatabase, sync, type SyncInput } from './support/run';

const paid = booked('1', 100, [payment(100, '2026-11-19')]);

/** A run in which nothing changed in the books since the one before. */
function later(
  db: Database,
  manage: ReturnType<typeof fakeManage>,
  input: SyncInput = {},
  known: readonly AccountingInvoice[] = [paid],
) {
  const asked: string[] = [];
  const quiet = books([{ invoices: [] }], {
    lookUp: (numbers) => {
      asked.push(...numbers);
      const invoices = known.filter(({ number }) => numbers.includes(number));
      return Promise.resolve({ invoices, unreadable: [], watermark: null });
    },
  });
  return sync(db, quiet, manage.port, input).then((run) => ({ run, asked }));
}

async function notFoundOnce(): Promise<Database> {
  const db = await freshDatabase();
  const run = await sync(db, books([{ invoices: [paid] }]), fakeManage([]).port);
  expect(run.counts).toMatchObject({ 'not-found': 1 });
  return db;
}

it('an invoice that comes to Manage later is written by the next run, though nothing changed in the books', async () => {
  const db = await notFoundOnce();
  const manage = fakeManage([{ number: '1', total: 100 }]);
  expect((await later(db, manage)).run.counts).toMatchObject({ updated: 1 });
  expect(manage.shows()).toEqual({ 1: '100 2026-11-19' });
  expect((await later(db, manage)).asked).toEqual([]);
});

it('while Manage does not hold it, the books are not asked, and nothing is said of it again', async () => {
  const db = await notFoundOnce();
  const { run, asked } = await later(db, fakeManage([]));
  expect(asked).toEqual([]);
  expect(run).toMatchObject({ phase: 'finished', found: 0, outcomes: [] });
  expect(await db.count('notFound')).toBe(1);
});

it('a number in another case is another invoice', async () => {
  const db = await freshDatabase();
  await sync(db, books([{ invoices: [{ ...paid, number: 'a1' }] }]), fakeManage([]).port);
  const { asked } = await later(db, fakeManage([{ number: 'A1', total: 100 }]));
  expect(asked).toEqual([]);
});

it('a preview tells of it and keeps it for the run', async () => {
  const db = await notFoundOnce();
  const manage = fakeManage([{ number: '1', total: 100 }]);
  expect((await later(db, manage, { mode: 'preview' })).run.counts).toMatchObject({ updated: 1 });
  expect(await db.count('notFound')).toBe(1);
  expect((await later(db, manage)).run.counts).toMatchObject({ updated: 1 });
});

it('a preview keeps no number', async () => {
  const db = await freshDatabase();
  await sync(db, books([{ invoices: [paid] }]), fakeManage([]).port, { mode: 'preview' });
  expect(await db.count('notFound')).toBe(0);
});

it('one of which the books say nothing any more is forgotten', async () => {
  const db = await notFoundOnce();
  const manage = fakeManage([{ number: '1', total: 100 }]);
  await later(db, manage, {}, []);
  expect(await db.count('notFound')).toBe(0);
});
