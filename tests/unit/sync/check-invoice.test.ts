import { expect, it } from 'vitest';
import type { ChangePage } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { reason } from '@/utils/payments/reason';
import { checkInvoice } from '@/utils/sync/check-invoice';
import { booked, books, payment } from './support/books';
import type { record } from './support/plans';
import { held, PAID, shows, telling, type Told } from './support/plans';
import { ALONE, freshDatabase, journalOf } from './support/run';

const paid = booked('1', 100, [payment(100, '2026-11-19')]);
const other = booked('2', 100, [payment(100, '2026-11-19')]);

async function check(
  told: Partial<ChangePage> & { invoices: readonly AccountingInvoice[] },
  manage: Told = {},
) {
  const asked: (readonly string[])[] = [];
  const source = books([], {
    lookUp: (numbers) => {
      asked.push(numbers);
      return Promise.resolve({ unreadable: [], watermark: null, ...told });
    },
  });
  const { port, asked: askedOfManage } = telling(manage);
  const journal = journalOf(await freshDatabase(), 'check');
  const deps = { source, manage: port, journal, rules: ALONE };
  const checked = await checkInvoice('1', deps, new AbortController().signal);
  return { checked, asked, askedOfManage };
}

const inManage = (...records: ReturnType<typeof record>[]): Told => ({
  invoices: [held(7, '1')],
  shown: new Map([[7, shows(...records)]]),
});

it('a number that the books do not know is told, and Manage is not asked', async () => {
  const { checked, asked, askedOfManage } = await check({ invoices: [other] });
  expect(checked).toEqual({ inBooks: false, books: null, outcome: null });
  expect([asked, askedOfManage.numbers]).toEqual([[['1']], []]);
});

it('an invoice that the books tell unreadably is told with the reason', async () => {
  const unreadable = [
    { number: '2', reason: reason('notJson') },
    { number: '1', reason: reason('wrongShape') },
  ];
  const { checked } = await check({ invoices: [paid], unreadable });
  expect(checked).toEqual({
    inBooks: true,
    books: null,
    outcome: { invoiceNumber: '1', kind: 'failed', reasons: [reason('wrongShape')] },
  });
});

it('what a sync would write is told by the records, whatever Manage sums up, and not written', async () => {
  const { checked, askedOfManage } = await check({ invoices: [other, paid] }, inManage());
  expect(checked).toMatchObject({
    inBooks: true,
    books: paid,
    outcome: { kind: 'updated', change: { to: PAID } },
  });
  expect(askedOfManage).toMatchObject({ numbers: [['1']], read: [{ id: 7, payments: null }], writes: [] });
});

it('a number that two live invoices carry is told', async () => {
  const { checked } = await check({ invoices: [paid, { ...paid, id: 'twin' }] }, inManage());
  expect(checked).toMatchObject({ inBooks: true, books: null, outcome: { kind: 'skipped' } });
});

it('an invoice that Manage does not hold and on which nothing was paid is nobody’s business', async () => {
  const unpaid = booked('1', 100);
  expect((await check({ invoices: [unpaid] })).checked).toEqual({
    inBooks: true,
    books: unpaid,
    outcome: null,
  });
});
