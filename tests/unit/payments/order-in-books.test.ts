import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { listedBills } from '@/utils/payments/listed-bills';
import { orderInBooks, type OrderInput } from '@/utils/payments/order-in-books';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { paymentStatus } from '@/utils/payments/payment-status';
import type { PurchaseOrder } from '@/utils/payments/purchase-order';
import { consistentInvoices } from './support/arbitraries';
import { bill, order } from './support/orders';
import { nok, settlement } from './support/samples';

const paidOn = (day: string, amount = '1250') => settlement('payment', amount, day);

function inBooks(
  purchase: PurchaseOrder,
  bills: readonly AccountingInvoice[],
  more: Partial<OrderInput> = {},
) {
  return orderInBooks({
    order: purchase,
    listed: listedBills(purchase.vendorInvoiceNumber),
    billsOf: (number) => bills.filter((each) => each.number === number),
    ordersListing: () => [],
    aliases: [],
    paid: USUALLY_PAID,
    ...more,
  });
}

/** What an order comes to: state, amount and date as they would be shown, and what is remarked. */
function told(purchase: PurchaseOrder, bills: readonly AccountingInvoice[], more: Partial<OrderInput> = {}) {
  const said = inBooks(purchase, bills, more);
  if (said.is === 'unknown') return 'unknown';
  if (said.is === 'doubtful') return said.reasons.map(({ code }) => code);
  const { state, paidAmount, datePaid } = paymentStatus({ ...said.invoice, id: '', number: '' });
  const remarks = said.invoice.remarks?.map(({ code }) => code) ?? [];
  return [state, paidAmount.minor / 100, datePaid, ...remarks];
}

describe('an order with one bill', () => {
  const one = order('A1');

  it.each<[string, AccountingInvoice[], unknown]>([
    ['shows its payment', [bill('A1', [paidOn('2026-03-05')])], ['paid', 1250, '2026-03-05']],
    ['shows a part', [bill('A1', [paidOn('2026-03-05', '200')])], ['partly-paid', 200, null]],
    ['shows nothing of a credit', [bill('A1', [settlement('credit', '1250', '2026-03-05')])], ['closed-without-payment', 0, null]], // prettier-ignore
    ['is unknown before the bill came', [], 'unknown'],
    [
      'has nothing to do with another vendor’s bill that nobody has paid',
      [bill('A1', [], { customerNumber: '20002', partyName: 'Skagerak Data' })],
      'unknown',
    ],
    [
      'is doubtful by a paid bill of another vendor',
      [bill('A1', [paidOn('2026-03-05')], { customerNumber: '20002', partyName: 'Skagerak Data' })],
      ['billOfOtherVendor'],
    ],
    [
      'keeps to its own vendor’s bill where another has the number too',
      [
        bill('A1'),
        bill('A1', [paidOn('2026-03-05')], { id: 'x', customerNumber: '20002', partyName: 'Skagerak' }),
      ],
      ['unpaid', 0, null],
    ],
    [
      'is doubtful by two accounts of one vendor',
      [bill('A1'), bill('A1', [], { id: 'x', customerNumber: '20099' })],
      ['billOfSeveralVendors'],
    ],
    [
      'keeps to the account where the bill still counts',
      [
        bill('A1', [paidOn('2026-03-05')]),
        bill('A1', [], { id: 'x', customerNumber: '20099', state: 'reversed' }),
      ],
      ['paid', 1250, '2026-03-05'],
    ],
    ['is doubtful by a bill entered twice', [bill('A1'), bill('A1', [], { id: 'x' })], ['duplicateInBooks']],
    ['goes back to nothing with a reversed bill', [bill('A1', [paidOn('2026-03-05')], { state: 'reversed' })], ['unpaid', 0, null]], // prettier-ignore
  ])('%s', (_, bills, expected) => {
    expect(told(one, bills)).toEqual(expected);
  });

  it('is left alone while the bill is a draft', () => {
    expect(inBooks(one, [bill('A1', [], { state: 'draft' })])).toMatchObject({ invoice: { state: 'draft' } });
  });

  it('is over what was billed, in the currency of the bill, whatever was ordered', () => {
    const said = inBooks(order('A1', { total: nok('9') }), [bill('A1', [], { total: nok('77') })]);
    expect(said).toMatchObject({ invoice: { total: nok('77'), currency: 'NOK', bills: ['A1'] } });
  });

  it('names both vendors, and in which order it says so, so that an alias can be made of it', () => {
    const said = inBooks(one, [
      bill('A1', [paidOn('2026-03-05')], { customerNumber: '20002', partyName: 'Skagerak Data ASA' }),
    ]);
    expect(said).toMatchObject({
      is: 'doubtful',
      isInBooks: false,
      reasons: [
        {
          params: { bill: 'A1', books: 'Skagerak Data ASA (20002)', manage: 'Nordvik Distribusjon' },
        },
      ],
    });
  });

  it('says on which other orders its bill is', () => {
    const bills = [bill('A1', [paidOn('2026-03-05')])];
    const ordersListing = () => [
      one,
      order('A1', { number: 'PO9' }),
      order('A1', { number: 'PO10' }),
      // Another vendor's bill may have the same number.
      order('A1', { number: 'PO11', companyName: 'Skagerak Data' }),
    ];
    const said = inBooks(one, bills, { ordersListing });
    expect(said).toMatchObject({
      invoice: { remarks: [{ code: 'billOnSeveralOrders', params: { bill: 'A1', orders: 'PO10, PO9' } }] },
    });
  });
});

describe('an order with two bills', () => {
  const two = order('A1, A2');
  const a1 = bill('A1', [paidOn('2026-03-05')]);

  it.each<[string, AccountingInvoice[], unknown]>([
    ['is paid with the last of them', [a1, bill('A2', [paidOn('2026-03-02')])], ['paid', 2500, '2026-03-05']],
    ['is paid in part with one of them', [a1, bill('A2')], ['partly-paid', 1250, null]],
    ['is never paid in full while one is missing', [a1], ['partly-paid', 1250, null, 'billNotInBooks']],
    ['nor while one is a draft', [a1, bill('A2', [], { state: 'draft' })], ['partly-paid', 1250, null, 'billIsDraft']], // prettier-ignore
    [
      'nor while one is only another vendor’s',
      [a1, bill('A2', [], { customerNumber: '20002', partyName: 'Skagerak' })],
      ['partly-paid', 1250, null, 'billOfOtherVendor'],
    ],
    ['is paid without one that was reversed', [a1, bill('A2', [], { state: 'reversed' })], ['paid', 1250, '2026-03-05']], // prettier-ignore
    ['is paid without a credit note', [a1, bill('A2', [], { kind: 'credit-note' })], ['paid', 1250, '2026-03-05']], // prettier-ignore
    [
      'does not pay one with what was paid too much of the other',
      [{ ...a1, remaining: nok('-100') }, bill('A2', [paidOn('2026-03-06', '1150')])],
      ['partly-paid', 2400, null],
    ],
    [
      'is doubtful in two currencies',
      [a1, bill('A2', [], { currency: 'USD', total: { minor: 100, currency: 'USD' } })],
      ['billsOfSeveralCurrencies'],
    ],
    ['has no day where the books tell none of one', [a1, { ...bill('A2', [paidOn('2026-03-06')]), closedOn: null }], ['paid', 2500, null]], // prettier-ignore
    [
      'is paid in full once the other is credited, of whose closing the books name no day',
      [
        a1,
        bill(
          'A2',
          [settlement('credit', '1000', '2026-03-08'), settlement('write-off', '250', '2026-03-07')],
          {
            closedOn: null,
          },
        ),
      ],
      ['paid', 1250, '2026-03-08'],
    ],
    [
      'has no day where the other was credited on none',
      [a1, bill('A2', [settlement('credit', '1250', null)], { closedOn: null })],
      ['paid', 1250, null],
    ],
    [
      'has the day of what was billed, whatever was over nothing',
      [a1, bill('A2', [], { total: nok('0'), closedOn: null })],
      ['paid', 1250, '2026-03-05'],
    ],
  ])('%s', (_, bills, expected) => {
    expect(told(two, bills)).toEqual(expected);
  });

  it('says nothing where the books do not tell what remains of one', () => {
    const said = inBooks(two, [a1, { ...bill('A2'), remaining: null, notes: ['notInLedger'] }]);
    expect(said).toMatchObject({ invoice: { remaining: null, notes: ['notInLedger'] } });
  });
});

it('an order shows what was paid of all its bills, and a date only when nothing remains of any', () => {
  fc.assert(
    fc.property(fc.array(consistentInvoices, { minLength: 1, maxLength: 4 }), (invoices) => {
      const bills = invoices.map((each, at) =>
        bill(`A${at}`, each.settlements, {
          total: each.total,
          remaining: each.remaining,
          closedOn: each.closedOn,
        }),
      );
      const said = inBooks(order(bills.map(({ number }) => number).join(',')), bills);
      if (said.is !== 'known') throw new Error(said.is);
      const status = paymentStatus({ ...said.invoice, id: '', number: '' });
      const settled = (...kinds: string[]): number =>
        bills
          .flatMap(({ settlements }) => settlements.filter(({ kind }) => kinds.includes(kind)))
          .reduce((all, { amount }) => all + amount.minor, 0);
      const received = settled('payment', 'unclassified');
      const all = received + settled('discount');
      expect(status.paidAmount.minor).toBe(received > 0 && all > 0 ? all : 0);
      const isOpen = bills.some(({ remaining }) => (remaining?.minor ?? 1) > 0);
      if (isOpen) expect(status.datePaid).toBeNull();
      else if (status.paidAmount.minor > 0)
        expect(status.datePaid).toBe(
          bills
            .map(({ closedOn }) => closedOn ?? isoDate('2000-01-01'))
            .sort()
            .at(-1),
        );
    }),
  );
});

it('the order of the bills in the list changes no figure', () => {
  const bills = ['A1', 'A2', 'A3'].map((number, at) =>
    bill(number, at === 2 ? [] : [paidOn(`2026-03-0${at + 3}`)]),
  );
  const figures = ['A1,A2,A3', 'A3,A1,A2', 'A2;A3;A1'].map((list) => told(order(list), bills));
  expect(new Set(figures.map((each) => JSON.stringify(each))).size).toBe(1);
});
