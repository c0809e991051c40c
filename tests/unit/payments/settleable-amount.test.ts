import { expect, it } from 'vitest';
import { toDecimalText } from '@/utils/payments/money';
import { paymentStatus } from '@/utils/payments/payment-status';
import { settleableAmount } from '@/utils/payments/settleable-amount';
import { books, manageInvoice, nok, settlement } from './support/samples';

const inFull = (total: string) =>
  paymentStatus(books([settlement('payment', total, '2026-03-01')], { total: nok(total) }));
const inPart = (amount: string) =>
  paymentStatus(books([settlement('payment', amount, '2026-03-01')], { total: nok('9000') }));

it.each([
  ['paid in full, totals alike', inFull('1250'), '1250', '0', '1250.00'],
  ['paid in full, Manage one øre above', inFull('1250'), '1250.01', '0', '1250.01'],
  ['paid in full, Manage one øre below', inFull('1250'), '1249.99', '0', '1249.99'],
  ['paid in full, Manage two øre above', inFull('1250'), '1250.02', '0', '1250.00'],
  ['paid in full, Manage two øre below', inFull('1250'), '1249.98', '0', '1249.98'],
  ['paid in full, credits in Manage leave it one øre above', inFull('1250'), '1300.01', '50', '1250.01'],
  ['paid in part, one øre below what Manage leaves open', inPart('1249.99'), '1250', '0', '1249.99'],
  ['paid in part', inPart('50'), '1250', '0', '50.00'],
  ['paid beyond what Manage leaves open', inPart('1250'), '1250', '250', '1000.00'],
  ['paid, but credited in full in Manage', inFull('1250'), '1250', '1250', '0.00'],
  ['paid, but credited beyond its total in Manage', inFull('1250'), '1250', '1300', '0.00'],
  ['nothing paid', paymentStatus(books()), '1250', '0', '0.00'],
  [
    'credited in full in the books',
    paymentStatus(books([settlement('credit', '1250', '2026-03-01')])),
    '0.01',
    '0',
    '0.00',
  ],
])('%s', (_, status, total, credits, amount) => {
  const manage = manageInvoice({ total: nok(total), credits: nok(credits) });
  expect(toDecimalText(settleableAmount(status, manage))).toBe(amount);
});
