import { expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';
import { fingerprintOf } from '@/utils/sync/fingerprint';
import { booked, payment } from './support/books';

const paid = booked('1', 100, [payment(60, '2026-11-19')]);

it.each<[string, Partial<AccountingInvoice>]>([
  ['another invoice', { id: 'other' }],
  ['a credit note', { kind: 'credit-note' }],
  ['cancelled', { state: 'cancelled' }],
  ['in another currency', { currency: 'SEK' }],
  ['of another total', { total: money(101, 'NOK') }],
  ['with another remainder', { remaining: money(1, 'NOK') }],
  ['with no known remainder', { remaining: null }],
  ['closed', { closedOn: isoDate('2026-11-19') }],
  ['with one note more', { notes: ['mayIncludeCredits'] }],
  ['without its payment', { settlements: [] }],
  ['paid on another day', { settlements: [payment(60, '2026-11-18')] }],
  ['paid with another amount', { settlements: [payment(61, '2026-11-19')] }],
  ['credited in place of paid', { settlements: [{ ...payment(60, '2026-11-19'), kind: 'credit' }] }],
])('an invoice that is %s now is looked at again', (_, change) => {
  expect(fingerprintOf({ ...paid, ...change })).not.toBe(fingerprintOf(paid));
});

it('one that only names its customer otherwise is not', () => {
  expect(fingerprintOf({ ...paid, customerNumber: '2', number: '1' })).toBe(fingerprintOf(paid));
});
