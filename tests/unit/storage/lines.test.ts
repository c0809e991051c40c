import { expect, it } from 'vitest';
import { NO_BILLS } from '@/utils/payments/bills-rule';
import { booksOf } from '@/utils/storage/books-of';
import { lineOf, linesOf } from '@/utils/storage/lines';
import { readBy } from '@/utils/storage/read-by';
import { settingsSchema, type Connection } from '@/utils/storage/settings';

const connection = (id: string, bills: object = {}): Connection => {
  const { connections } = settingsSchema.parse({
    version: 2,
    connections: [{ id, name: id, system: 'poweroffice-go', bills }],
  });
  const [only] = connections;
  if (only === undefined) throw new Error('no connection');
  return only;
};

it('bills are off until somebody switches them on', () => {
  expect(connection('nord').bills).toEqual(NO_BILLS);
});

it('a connection has a line for customers’ invoices, and one for bills where they are on', () => {
  const lines = linesOf([connection('nord', { on: true }), connection('sor')]);
  expect(lines.map(({ id, ledger }) => `${id} ${ledger}`)).toEqual([
    'nord receivable',
    'nord:bills payable',
    'sor receivable',
  ]);
});

it('a line is found by its id, and none that is switched off', () => {
  const all = [connection('nord', { on: true }), connection('sor')];
  expect(lineOf(all, 'nord:bills')?.connection.id).toBe('nord');
  expect(lineOf(all, 'sor:bills')).toBeUndefined();
});

it('each line remembers books of its own; those of customers are kept as they were before bills', () => {
  const nord = connection('nord', { on: true });
  expect(booksOf(nord, 'receivable')).toBe(booksOf(nord));
  expect(booksOf(nord, 'payable')).toContain('nord:bills');
});

it('a vendor’s alias, the rule of bills and the captions of orders change how bills are read, and nothing else', () => {
  const { manage } = settingsSchema.parse({
    version: 2,
    manage: { site: 'na.myconnectwise.net', companyId: 'nordit', signIn: 'session' },
  });
  if (manage === null) throw new Error('no Manage');
  const by = (bills: object, purchaseOrders: object = {}) => {
    const all = linesOf([connection('nord', { on: true, ...bills })]);
    const changed = { ...manage, purchaseOrders: { ...manage.purchaseOrders, ...purchaseOrders } };
    return all.map((line) => readBy(line, changed));
  };
  const [invoices, bills] = by({});
  for (const [changedInvoices, changedBills] of [
    by({ vendors: [{ books: '20005', manage: 'CLOUDWRIGHT' }] }),
    by({ matching: { leadingZeros: 'ignored' } }),
    by({}, { paidAmountCaption: 'Paid to vendor' }),
  ]) {
    expect(changedInvoices).toEqual(invoices);
    expect(changedBills).not.toEqual(bills);
  }
});
