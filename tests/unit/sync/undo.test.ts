import { beforeEach, expect, it } from 'vitest';
import type { Database } from '@/utils/storage/database';
import { booked, books, payment } from './support/books';
import { fakeManage } from './support/fake-manage';
import { freshDatabase, sync } from './support/run';

let db: Database;
beforeEach(async () => {
  db = await freshDatabase();
});

const source = books([
  {
    invoices: [
      booked('made', 100, [payment(100, '2026-11-19')]),
      booked('changed', 100, [payment(40, '2026-11-10'), payment(60, '2026-11-19')]),
      booked('removed', 100, [payment(30, '2026-11-12'), payment(-30, '2026-11-13')]),
    ],
  },
]);
const manageNow = () =>
  fakeManage([
    { number: 'made', total: 100 },
    { number: 'changed', total: 100, records: [{ amount: 40, date: '2026-11-10' }] },
    { number: 'removed', total: 100, records: [{ amount: 30, date: '2026-11-12' }] },
  ]);
const nothing = books([{ invoices: [] }]);

it('takes back what a run wrote: made, changed and removed', async () => {
  const manage = manageNow();
  const before = manage.shows();
  const run = await sync(db, source, manage.port, { id: 'run' });
  expect(run.counts.updated).toBe(3);
  const undone = await sync(db, nothing, manage.port, { mode: 'undo', task: { kind: 'undo', runId: 'run' } });
  expect(undone).toMatchObject({ phase: 'finished', found: 3, counts: { updated: 3, skipped: 0 } });
  expect(manage.shows()).toEqual(before);
});

it('does no harm when it is done twice', async () => {
  const manage = manageNow();
  const before = manage.shows();
  await sync(db, source, manage.port, { id: 'run' });
  const task = { kind: 'undo', runId: 'run' } as const;
  await sync(db, nothing, manage.port, { mode: 'undo', task });
  const writes = manage.asked.writes.length;
  const again = await sync(db, nothing, manage.port, { mode: 'undo', task });
  expect(again.counts).toMatchObject({ updated: 0, unchanged: 3 });
  expect(manage.asked.writes).toHaveLength(writes);
  expect(manage.shows()).toEqual(before);
});

it('leaves what somebody changed since, and says so', async () => {
  const manage = manageNow();
  await sync(db, source, manage.port, { id: 'run' });
  const record = manage.held[0]?.records[0];
  if (record !== undefined)
    manage.held[0]?.records.splice(0, 1, {
      ...record,
      date: record.date,
      amount: { minor: 99, currency: 'NOK' },
    });
  const undone = await sync(db, nothing, manage.port, { mode: 'undo', task: { kind: 'undo', runId: 'run' } });
  expect(undone.counts).toMatchObject({ updated: 2, skipped: 1 });
  expect(undone.outcomes.find(({ kind }) => kind === 'skipped')).toMatchObject({
    invoiceNumber: 'made',
    reasons: [{ code: 'changedSince' }],
  });
});

it('takes back a run that wrote one invoice twice to where it stood before', async () => {
  const manage = manageNow();
  const before = manage.shows();
  await sync(db, books([{ invoices: [booked('made', 100, [payment(50, '2026-11-18')])] }]), manage.port, {
    id: 'run',
  });
  await sync(
    db,
    books([{ invoices: [booked('made', 100, [payment(50, '2026-11-18'), payment(50, '2026-11-19')])] }]),
    manage.port,
    { id: 'run' },
  );
  expect(manage.shows().made).toBe('100 2026-11-19');
  await sync(db, nothing, manage.port, { mode: 'undo', task: { kind: 'undo', runId: 'run' } });
  expect(manage.shows()).toEqual(before);
});
