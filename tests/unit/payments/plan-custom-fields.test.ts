import { describe, expect, it } from 'vitest';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { ShownPayment } from '@/utils/payments/change';
import { isoDate } from '@/utils/payments/iso-date';
import { paymentStatus } from '@/utils/payments/payment-status';
import { planCustomFields } from '@/utils/payments/plan-custom-fields';
import { books, manageInvoice, nok, settlement } from './support/samples';

const fields = (amount: string | null, date: string | null): ShownPayment => ({
  amount: amount === null ? null : nok(amount),
  date: date === null ? null : isoDate(date),
});
const EMPTY = fields(null, null);
const plan = (invoice: AccountingInvoice, shown: ShownPayment) =>
  planCustomFields({
    status: paymentStatus(invoice),
    manage: manageInvoice({ credits: nok('1000') }),
    shown,
  });

const paid = books([settlement('payment', '1250', '2026-03-01')]);
const part = books([settlement('payment', '50', '2026-03-01')]);
const credited = books([settlement('credit', '1250', '2026-03-01')]);

describe('the custom fields of an invoice', () => {
  it.each<[string, AccountingInvoice, ShownPayment, ShownPayment]>([
    ['get amount and date when it is paid in full', paid, EMPTY, fields('1250', '2026-03-01')],
    ['get no date while it is paid in part', part, EMPTY, fields('50', null)],
    [
      'lose the date when it is no longer paid in full',
      part,
      fields('1250', '2026-03-01'),
      fields('50', null),
    ],
    ['are cleared when it is no longer paid', books(), fields('1250', '2026-03-01'), EMPTY],
    ['are cleared of a date alone', books(), fields('0', '2026-03-01'), EMPTY],
    ['are cleared when it was credited', credited, fields('50', null), EMPTY],
    ['are put right whoever filled them', paid, fields('7', '1999-01-01'), fields('1250', '2026-03-01')],
  ])('%s', (_, invoice, shown, to) => {
    expect(plan(invoice, shown)).toEqual({
      do: 'write',
      change: { strategy: 'custom-fields', invoiceId: 7, invoiceNumber: '12345', from: shown, to },
      notes: [],
    });
  });

  it.each<[string, AccountingInvoice, ShownPayment]>([
    ['paid in full', paid, fields('1250', '2026-03-01')],
    ['paid in part', part, fields('50', null)],
    ['unpaid, empty', books(), EMPTY],
    ['unpaid, showing 0', books(), fields('0', null)],
    ['credited', credited, EMPTY],
  ])('are left alone where they show it already: %s', (_, invoice, shown) => {
    expect(plan(invoice, shown)).toEqual({ do: 'nothing', notes: [] });
  });

  it('keep their date empty where the books cannot tell it, and say so', () => {
    const decision = plan({ ...paid, closedOn: null }, EMPTY);
    expect(decision).toMatchObject({
      change: { to: fields('1250', null) },
      notes: [{ code: 'datePaidUnknown' }],
    });
  });
});
