import { describe, expect, it } from 'vitest';
import { isoDate } from '@/utils/payments/iso-date';
import { isOurRecord } from '@/utils/payments/own-record';
import { books, manageInvoice, nok, record, settlement } from './support/samples';

const NO_JOURNAL: ReadonlySet<number> = new Set();

describe('a payment record of this browser’s journal', () => {
  it('is ours whatever it says', () => {
    const any = record('7', '1999-01-01', { id: 33 });
    expect(isOurRecord(any, books(), manageInvoice(), new Set([33]))).toBe(true);
    expect(isOurRecord(any, books(), manageInvoice(), new Set([34]))).toBe(false);
  });
});

describe('a payment record that this browser knows nothing of', () => {
  const twoPayments = books([
    settlement('payment', '800', '2026-03-01'),
    settlement('payment', '300', '2026-03-10'),
  ]);
  const closedByCredit = books([
    settlement('payment', '1000', '2026-03-01'),
    settlement('credit', '250', '2026-04-15'),
  ]);
  const takenBack = books([
    settlement('payment', '1250', '2026-03-01'),
    settlement('payment', '-1250', '2026-03-08'),
  ]);
  const withDiscount = books([
    settlement('discount', '25', '2026-03-01'),
    settlement('payment', '1225', '2026-03-01'),
  ]);
  const newestFirst = books([
    settlement('payment', '300', '2026-03-10'),
    settlement('payment', '800', '2026-03-01'),
  ]);
  const undatedFirst = books([
    settlement('payment', '300', '2026-03-10'),
    settlement('payment', '800', null),
    settlement('payment', '100', '2026-03-12'),
  ]);
  const undated = books([settlement('payment', '300', '2026-03-10'), settlement('payment', '800', null)]);
  const manage = manageInvoice();

  it.each([
    ['the first payment', twoPayments, '800', '2026-03-01', true],
    ['both payments, on the day of the second', twoPayments, '1100', '2026-03-10', true],
    ['both payments, on the day of the first', twoPayments, '1100', '2026-03-01', false],
    ['the second payment alone', twoPayments, '300', '2026-03-10', false],
    ['the first payment, on another day', twoPayments, '800', '2026-03-02', false],
    ['the first payment and an øre', twoPayments, '800.01', '2026-03-01', false],
    ['the first payment, on no day', twoPayments, '800', null, false],
    ['nothing', twoPayments, '0', '2026-03-01', false],
    ['the payments before a credit closed the invoice', closedByCredit, '1000', '2026-03-01', true],
    ['all payments, on the day a credit closed the invoice', closedByCredit, '1000', '2026-04-15', true],
    ['payments and credits together', closedByCredit, '1250', '2026-04-15', false],
    ['a payment since taken back', takenBack, '1250', '2026-03-01', true],
    ['a payment with its discount', withDiscount, '1250', '2026-03-01', true],
    ['a payment without its discount', withDiscount, '1225', '2026-03-01', false],
    ['the first payment, though the books list it last', newestFirst, '800', '2026-03-01', true],
    ['the second payment, though the books list it first', newestFirst, '300', '2026-03-10', false],
    ['the dated payments before an undated one', undatedFirst, '300', '2026-03-10', false],
    ['an undated payment and the next', undatedFirst, '1100', '2026-03-10', true],
    ['all payments, one of them undated', undated, '1100', '2026-03-10', true],
    [
      'the invoice cancelled since',
      { ...twoPayments, state: 'cancelled' as const },
      '1100',
      '2026-03-10',
      true,
    ],
  ])('of %s', (_, invoice, amount, date, ours) => {
    expect(isOurRecord(record(amount, date), invoice, manage, NO_JOURNAL)).toBe(ours);
  });

  it('is ours with the day on which the books say the invoice was closed, later than any settlement', () => {
    const closedLater = books([settlement('payment', '1250', '2026-03-01')], {
      closedOn: isoDate('2026-03-03'),
    });
    const creditedThere = manageInvoice({ credits: nok('0') });
    expect(isOurRecord(record('1250', '2026-03-03'), closedLater, creditedThere, NO_JOURNAL)).toBe(true);
    expect(isOurRecord(record('1250', '2026-03-02'), closedLater, creditedThere, NO_JOURNAL)).toBe(false);
  });

  it('is ours when it was capped at what Manage leaves open', () => {
    const open1000 = manageInvoice({ credits: nok('250') });
    expect(isOurRecord(record('1000', '2026-03-10'), twoPayments, open1000, NO_JOURNAL)).toBe(true);
    expect(isOurRecord(record('1100', '2026-03-10'), twoPayments, open1000, NO_JOURNAL)).toBe(false);
  });

  it('is ours when it was rounded to what Manage leaves open', () => {
    const paid = books([settlement('payment', '1250', '2026-03-01')]);
    const oneMore = manageInvoice({ total: nok('1250.01') });
    expect(isOurRecord(record('1250.01', '2026-03-01'), paid, oneMore, NO_JOURNAL)).toBe(true);
  });

  it('is somebody else’s where the books know of no payment', () => {
    expect(isOurRecord(record('1250', '2026-03-01'), books(), manage, NO_JOURNAL)).toBe(false);
  });
});
