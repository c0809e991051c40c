import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { add, money, subtract, toDecimalText } from '@/utils/payments/money';
import { paymentStatus } from '@/utils/payments/payment-status';
import { consistentInvoices } from './support/arbitraries';
import { books, nok, settlement } from './support/samples';

/** A status as a line of figures: state, paid, credited, written off, Date Paid, newest payment. */
function line(invoice: AccountingInvoice): string {
  const { state, paidAmount, credited, writtenOff, datePaid, newestPayment } = paymentStatus(invoice);
  const amounts = [paidAmount, credited, writtenOff].map(toDecimalText).join(' ');
  return `${state} ${amounts} ${datePaid} ${newestPayment}`;
}

const paid = (amount: string, date: string | null) => settlement('payment', amount, date);
const credit = (amount: string, date: string) => settlement('credit', amount, date);
const discount = (amount: string, date: string) => settlement('discount', amount, date);
const writeOff = (amount: string, date: string) => settlement('write-off', amount, date);
const unclassified = (amount: string, date: string | null) => settlement('unclassified', amount, date);

describe('the payment status of an invoice of 1250', () => {
  it.each<[string, AccountingInvoice, string]>([
    ['nothing booked', books(), 'unpaid 0.00 0.00 0.00 null null'],
    ['paid in full', books([paid('1250', '2026-03-01')]), 'paid 1250.00 0.00 0.00 2026-03-01 2026-03-01'],
    [
      'a payment of nothing later',
      books([paid('50', '2026-03-01'), paid('0', '2026-03-09')]),
      'partly-paid 50.00 0.00 0.00 null 2026-03-01',
    ],
    ['paid in part', books([paid('50', '2026-03-01')]), 'partly-paid 50.00 0.00 0.00 null 2026-03-01'],
    [
      'paid in two parts, the later one booked first',
      books([paid('1000', '2026-03-20'), paid('250', '2026-03-01')]),
      'paid 1250.00 0.00 0.00 2026-03-20 2026-03-20',
    ],
    [
      'paid but for a cash discount',
      books([paid('1225', '2026-03-01'), discount('25', '2026-03-02')]),
      'paid 1250.00 0.00 0.00 2026-03-02 2026-03-01',
    ],
    [
      'paid in part and credited in part',
      books([paid('1000', '2026-03-01'), credit('250', '2026-03-09')]),
      'paid 1000.00 250.00 0.00 2026-03-09 2026-03-01',
    ],
    [
      'paid in part, the rest written off',
      books([paid('1000', '2026-03-01'), writeOff('250', '2026-12-31')]),
      'paid 1000.00 0.00 250.00 2026-12-31 2026-03-01',
    ],
    [
      'credited in full',
      books([credit('1250', '2026-03-01')]),
      'closed-without-payment 0.00 1250.00 0.00 null null',
    ],
    [
      'written off in full',
      books([writeOff('1250', '2026-03-01')]),
      'closed-without-payment 0.00 0.00 1250.00 null null',
    ],
    ['credited in part', books([credit('250', '2026-03-01')]), 'unpaid 0.00 250.00 0.00 null null'],
    [
      'given away as a discount without any payment',
      books([discount('1250', '2026-03-01')]),
      'closed-without-payment 0.00 0.00 1250.00 null null',
    ],
    [
      'settled in a way the books do not name',
      books([unclassified('1250', null)]),
      'paid 1250.00 0.00 0.00 null null',
    ],
    [
      'settled in a way the books do not name, closed on a day they know',
      books([unclassified('1250', null)], { closedOn: isoDate('2026-03-05') }),
      'paid 1250.00 0.00 0.00 2026-03-05 null',
    ],
    [
      'paid, and the payment taken back',
      books([paid('1250', '2026-03-01'), paid('-1250', '2026-03-08')]),
      'unpaid 0.00 0.00 0.00 null null',
    ],
    [
      'paid in two parts, and the second taken back',
      books([paid('1000', '2026-03-01'), paid('250', '2026-03-05'), paid('-250', '2026-03-08')]),
      'partly-paid 1000.00 0.00 0.00 null 2026-03-05',
    ],
    [
      'paid with a discount, and the payment taken back',
      books([paid('1225', '2026-03-01'), discount('25', '2026-03-01'), paid('-1225', '2026-03-08')]),
      'unpaid 0.00 0.00 25.00 null null',
    ],
    [
      'more taken back than was paid',
      books([paid('100', '2026-03-01'), paid('-150', '2026-03-08')]),
      'unpaid 0.00 0.00 0.00 null null',
    ],
    [
      'more discount taken back than was ever paid',
      books([paid('100', '2026-03-01'), discount('-150', '2026-03-08')]),
      'unpaid 0.00 0.00 -150.00 null null',
    ],
    [
      'paid in part, though the books name a closing day',
      books([paid('50', '2026-03-01')], { closedOn: isoDate('2026-03-01') }),
      'partly-paid 50.00 0.00 0.00 null 2026-03-01',
    ],
    [
      'overpaid, where the books leave the rest on the customer’s account',
      books([paid('1250', '2026-03-01')]),
      'paid 1250.00 0.00 0.00 2026-03-01 2026-03-01',
    ],
    [
      'overpaid, where the books settle all of it on the invoice',
      books([paid('1300', '2026-03-01')], { closedOn: isoDate('2026-03-01') }),
      'paid 1300.00 0.00 0.00 2026-03-01 2026-03-01',
    ],
    [
      'cancelled after it was paid',
      books([paid('1250', '2026-03-01')], { state: 'cancelled' }),
      'unpaid 0.00 0.00 0.00 null null',
    ],
    [
      'reversed, what remains unknown',
      books([paid('1250', '2026-03-01')], { state: 'reversed', remaining: null }),
      'unpaid 0.00 0.00 0.00 null null',
    ],
    ['a draft', books([], { state: 'draft' }), 'unpaid 0.00 0.00 0.00 null null'],
    ['of amount 0', books([], { total: nok('0') }), 'nothing-to-pay 0.00 0.00 0.00 null null'],
    [
      'of amount 0, closed on a day and with bookings that cancel out',
      books([paid('5', '2026-03-01'), paid('-5', '2026-03-02')], { total: nok('0') }),
      'nothing-to-pay 0.00 0.00 0.00 null null',
    ],
    [
      'of amount 0, what remains unknown',
      books([], { total: nok('0'), remaining: null }),
      'nothing-to-pay 0.00 0.00 0.00 null null',
    ],
    ['of a negative amount', books([], { total: nok('-1250') }), 'nothing-to-pay 0.00 0.00 0.00 null null'],
    [
      'a credit note that was paid out',
      books([paid('-1250', '2026-03-01')], { total: nok('-1250'), kind: 'credit-note' }),
      'nothing-to-pay 0.00 0.00 0.00 null null',
    ],
  ])('%s', (_, invoice, status) => {
    expect(line(invoice)).toBe(status);
  });

  it('is not concluded from a posted invoice of which the rest is unknown', () => {
    expect(() => paymentStatus(books([], { remaining: null }))).toThrow(RangeError);
  });

  it('is not reckoned across currencies', () => {
    const inEuro = { ...paid('1', '2026-03-01'), amount: money(100, 'EUR') };
    expect(() => paymentStatus(books([inEuro], { remaining: nok('1249') }))).toThrow(RangeError);
  });
});

describe('every payment status', () => {
  it('has a Date Paid only where nothing remains and a payment was made', () => {
    fc.assert(
      fc.property(consistentInvoices, (invoice) => {
        const { datePaid, paidAmount, state } = paymentStatus(invoice);
        const inFull = invoice.remaining?.minor === 0 && paidAmount.minor > 0;
        expect(datePaid !== null).toBe(inFull);
        expect(state === 'paid').toBe(inFull);
      }),
    );
  });

  it('accounts for all that no longer remains', () => {
    fc.assert(
      fc.property(consistentInvoices, (invoice) => {
        const { paidAmount, credited, writtenOff } = paymentStatus(invoice);
        const settled = subtract(invoice.total, invoice.remaining ?? invoice.total);
        expect(add(add(paidAmount, credited), writtenOff)).toEqual(settled);
      }),
    );
  });

  it('is the same however the books order the settlements', () => {
    fc.assert(
      fc.property(consistentInvoices, (invoice) => {
        const settlements = [...invoice.settlements].reverse();
        expect(paymentStatus({ ...invoice, settlements })).toEqual(paymentStatus(invoice));
      }),
    );
  });

  it('has a newest payment exactly where something was paid, and closes no earlier', () => {
    fc.assert(
      fc.property(consistentInvoices, (invoice) => {
        const { paidAmount, newestPayment, datePaid } = paymentStatus(invoice);
        expect(newestPayment !== null).toBe(paidAmount.minor > 0);
        if (datePaid !== null && newestPayment !== null) expect(datePaid >= newestPayment).toBe(true);
      }),
    );
  });
});
