import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { decide } from '@/utils/payments/decide';
import { isWorthMentioning } from '@/utils/payments/match';
import { toDecimalText } from '@/utils/payments/money';
import { isOurRecord } from '@/utils/payments/own-record';
import { USUALLY_PAID, type PaidRule } from '@/utils/payments/paid-rule';
import { paymentStatus } from '@/utils/payments/payment-status';
import { consistentInvoices } from './support/arbitraries';
import { books, manageInvoice, nok, record, settlement } from './support/samples';

const paid = (amount: string, date: string) => settlement('payment', amount, date);
const credit = (amount: string, date: string) => settlement('credit', amount, date);
const discount = (amount: string, date: string) => settlement('discount', amount, date);
const writeOff = (amount: string, date: string) => settlement('write-off', amount, date);

/** State, Paid Amount and Date Paid; then what is told apart, credits before write-offs. */
function line(invoice: AccountingInvoice, rule: Partial<PaidRule>): string {
  const status = paymentStatus(invoice, { ...USUALLY_PAID, ...rule });
  const { state, paidAmount, datePaid, credited, writtenOff } = status;
  return `${state} ${toDecimalText(paidAmount)} ${datePaid} / ${toDecimalText(credited)} ${toDecimalText(writtenOff)}`;
}

const DISCOUNTED = books([paid('1225', '2026-03-01'), discount('25', '2026-03-02')]);
const CREDITED = books([paid('1000', '2026-03-01'), credit('250', '2026-03-09')]);
const WRITTEN_OFF = books([paid('1000', '2026-03-01'), writeOff('250', '2026-12-31')]);
const ONLY_CREDITED = { ...books([credit('1250', '2026-03-09')]), closedOn: null };
const NEARLY = books([paid('1249.60', '2026-03-01')]);

describe('of an invoice of 1250', () => {
  it.each<[string, AccountingInvoice, Partial<PaidRule>, string]>([
    ['a discount counts', DISCOUNTED, {}, 'paid 1250.00 2026-03-02 / 0.00 0.00'],
    ['a discount does not', DISCOUNTED, { discounts: 'apart' }, 'paid 1225.00 2026-03-02 / 0.00 25.00'],
    [
      'a discount without a payment never counts',
      books([discount('25', '2026-03-02')]),
      {},
      'unpaid 0.00 null / 0.00 25.00',
    ],
    ['a credit does not count', CREDITED, {}, 'paid 1000.00 2026-03-09 / 250.00 0.00'],
    ['a credit counts', CREDITED, { credits: 'paid' }, 'paid 1250.00 2026-03-09 / 0.00 0.00'],
    [
      'a credit of the whole does not count',
      ONLY_CREDITED,
      {},
      'closed-without-payment 0.00 null / 1250.00 0.00',
    ],
    [
      'a credit of the whole counts, on the day of the credit',
      ONLY_CREDITED,
      { credits: 'paid' },
      'paid 1250.00 2026-03-09 / 0.00 0.00',
    ],
    ['a write-off does not count', WRITTEN_OFF, {}, 'paid 1000.00 2026-12-31 / 0.00 250.00'],
    ['a write-off counts', WRITTEN_OFF, { writeOffs: 'paid' }, 'paid 1250.00 2026-12-31 / 0.00 0.00'],
    [
      'a discount that comes with a write-off that counts',
      books([writeOff('1225', '2026-03-01'), discount('25', '2026-03-02')]),
      { writeOffs: 'paid' },
      'paid 1250.00 2026-03-02 / 0.00 0.00',
    ],
    ['a rest of 0.40 remains', NEARLY, {}, 'partly-paid 1249.60 null / 0.00 0.00'],
    ['a rest of 0.40 within 0.50', NEARLY, { tolerance: '0.50' }, 'paid 1250.00 2026-03-01 / 0.00 0.00'],
    ['a rest of 0.40 within 0.40', NEARLY, { tolerance: '0.4' }, 'paid 1250.00 2026-03-01 / 0.00 0.00'],
    ['a rest of 0.40 above 0.39', NEARLY, { tolerance: '0.39' }, 'partly-paid 1249.60 null / 0.00 0.00'],
    [
      'a rest within the tolerance of which nothing was paid',
      books([credit('1249.60', '2026-03-01')]),
      { tolerance: '1' },
      'unpaid 0.00 null / 1249.60 0.00',
    ],
    [
      'a tolerance as large as the whole of an unpaid invoice',
      books([], { total: nok('5') }),
      { tolerance: '10' },
      'unpaid 0.00 null / 0.00 0.00',
    ],
  ])('%s', (_, invoice, rule, expected) => {
    expect(line(invoice, rule)).toBe(expected);
  });
});

it('a tolerance below the smallest coin of a currency is none', () => {
  const yen = (minor: number) => ({ minor, currency: 'JPY' });
  const invoice = books([{ ...paid('0', '2026-03-01'), amount: yen(999) }], { total: yen(1000) });
  expect(line(invoice, { tolerance: '0.99' })).toBe('partly-paid 999 null / 0 0');
  expect(line(invoice, { tolerance: '1' })).toBe('paid 1000 2026-03-01 / 0 0');
});

describe('what counts as paid reaches', () => {
  const RULE: PaidRule = { ...USUALLY_PAID, credits: 'paid' };
  const decided = (rule?: PaidRule) =>
    decide({
      books: ONLY_CREDITED,
      manage: manageInvoice(),
      shown: { strategy: 'payment-record', records: [] },
      ownRecordIds: new Set(),
      ...(rule && { paid: rule }),
    });

  it('what is written', () => {
    expect(decided()).toMatchObject({ do: 'nothing' });
    expect(decided(RULE)).toMatchObject({
      do: 'write',
      change: { to: { amount: nok('1250'), date: '2026-03-09' } },
    });
  });

  it('whether an invoice that Manage lacks is worth mentioning', () => {
    expect(isWorthMentioning(ONLY_CREDITED)).toBe(false);
    expect(isWorthMentioning(ONLY_CREDITED, RULE)).toBe(true);
  });

  it('which payment records are known as our own: those of the rule, and of what is usual', () => {
    const ours = (amount: string, rule: PaidRule) =>
      isOurRecord(record(amount, '2026-03-09'), CREDITED, manageInvoice(), new Set(), rule);
    expect(ours('1250', RULE)).toBe(true);
    expect(ours('1000', RULE)).toBe(true);
    expect(ours('1250', USUALLY_PAID)).toBe(false);
    expect(ours('1100', RULE)).toBe(false);
  });
});

describe('whatever counts as paid', () => {
  const counted = fc.constantFrom('paid' as const, 'apart' as const);
  const rules = fc.record({
    discounts: counted,
    credits: counted,
    writeOffs: counted,
    tolerance: fc.constantFrom('0', '0.01', '0.50', '5', '99.99'),
  });

  it('counting more never lowers Paid Amount', () => {
    fc.assert(
      fc.property(consistentInvoices, rules, (invoice, rule) => {
        const less = paymentStatus(invoice, { ...rule, credits: 'apart', tolerance: '0' });
        const more = paymentStatus(invoice, { ...rule, credits: 'paid' });
        expect(more.paidAmount.minor).toBeGreaterThanOrEqual(less.paidAmount.minor);
      }),
    );
  });

  it('Date Paid is there only when the invoice is paid in full', () => {
    fc.assert(
      fc.property(consistentInvoices, rules, (invoice, rule) => {
        const { state, datePaid, paidAmount } = paymentStatus(invoice, rule);
        if (datePaid !== null) expect(state).toBe('paid');
        if (state === 'unpaid' || state === 'closed-without-payment') expect(paidAmount.minor).toBe(0);
      }),
    );
  });
});
