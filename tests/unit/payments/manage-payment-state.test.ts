import { describe, expect, it } from 'vitest';
import { isoDate } from '@/utils/payments/iso-date';
import { managePaymentState, managePaymentStateByFields } from '@/utils/payments/manage-payment-state';
import { manageInvoice, nok } from './support/samples';

const amount = (text: string | null) => (text === null ? null : nok(text));

describe('an invoice of Manage', () => {
  it.each([
    ['1250', '0', '0', '1250', 'unpaid'],
    ['1250', '0', '0', null, 'unpaid'],
    ['1250', '50', '0', '1200', 'partly-paid'],
    ['1250', '50', '0', null, 'partly-paid'],
    ['1250', '1249.99', '0', '0.01', 'partly-paid'],
    ['1250', '1250', '0', '0', 'paid'],
    ['1250', '1250', '0', null, 'paid'],
    ['1250', '1300', '0', '-50', 'paid'],
    ['1250', '1000', '250', '0', 'paid'],
    ['1250', '1000', '250', null, 'paid'],
    ['1250', '0', '1250', '0', 'credited'],
    ['1250', '0', '1250', null, 'credited'],
    ['1250', '0', '250', '1000', 'unpaid'],
    ['1250', null, '0', '1250', 'unpaid'],
    ['1250', null, '0', '0', 'paid'],
    ['1250', null, '250', '500', 'partly-paid'],
    ['1250', null, '1250', '0', 'credited'],
    ['1250', null, '0', null, 'unpaid'],
    ['0', '0', '0', '0', 'nothing-to-pay'],
    ['-1250', '0', '0', '-1250', 'credit-memo'],
  ])(
    'of %s with payments %s, credits %s and balance %s is %s',
    (total, payments, credits, balance, state) => {
      const invoice = manageInvoice({
        total: nok(total),
        payments: amount(payments),
        credits: nok(credits),
        balance: amount(balance),
      });
      expect(managePaymentState(invoice)).toBe(state);
    },
  );

  it('that is a credit memo is never unpaid', () => {
    const memo = manageInvoice({ type: 'CreditMemo', balance: nok('1250') });
    expect(managePaymentState(memo)).toBe('credit-memo');
    expect(managePaymentStateByFields(memo, { amount: null, date: null })).toBe('credit-memo');
  });
});

describe('an invoice of Manage by its custom fields', () => {
  it.each([
    ['1250', '0', null, null, 'unpaid'],
    ['1250', '0', '0', null, 'unpaid'],
    ['1250', '0', '50', null, 'partly-paid'],
    ['1250', '0', '1250', '2026-03-01', 'paid'],
    ['1250', '0', '1250', null, 'paid'],
    ['1250', '0', '1249.99', null, 'paid'],
    ['1250', '0', '1249.98', null, 'partly-paid'],
    ['1250', '250', '1000', null, 'paid'],
    ['1250', '0', '1000', '2026-03-01', 'paid'],
    ['1250', '1250', null, null, 'credited'],
    ['1250', '250', null, null, 'unpaid'],
    ['0.01', '0', null, null, 'unpaid'],
    ['1250', '0', null, '2026-03-01', 'unpaid'],
    ['0', '0', null, null, 'nothing-to-pay'],
    ['-1250', '0', null, null, 'credit-memo'],
  ])('of %s with credits %s, Paid Amount %s and Date Paid %s is %s', (total, credits, paid, date, state) => {
    const invoice = manageInvoice({
      total: nok(total),
      credits: nok(credits),
      payments: nok('7'),
      balance: nok('7'),
    });
    const fields = { amount: amount(paid), date: date === null ? null : isoDate(date) };
    expect(managePaymentStateByFields(invoice, fields)).toBe(state);
  });
});
