import type { AccountingInvoice } from './accounting-invoice';
import type { Change, ShownPayment } from './change';
import type { Decision } from './decision';
import { settleableAmount } from './settleable-amount';
import { isOurRecord } from './own-record';
import type { ManageInvoice, PaymentRecord } from './manage-invoice';
import { sameMoney, toDecimalText } from './money';
import type { PaymentStatus } from './payment-status';
import { reason } from './reason';

export interface PaymentRecordInput {
  readonly books: AccountingInvoice;
  readonly status: PaymentStatus;
  readonly manage: ManageInvoice;
  /** The payment records on the invoice now, applied credit memos left out. */
  readonly records: readonly PaymentRecord[];
  /** Ids of payment records this browser's journal made or was allowed to take over. */
  readonly ownRecordIds: ReadonlySet<number>;
}

/**
 * Decides how the payment record of one invoice must change so that Manage shows what the books say. Manage
 * keeps one payment record per invoice besides applied credit memos, so it carries the sum of all payments.
 */
export function planPaymentRecord(input: PaymentRecordInput): Decision {
  const { books, status, manage, records, ownRecordIds } = input;
  const { amount, notes } = settleableAmount(status.paidAmount, books, manage);
  const to: ShownPayment =
    amount.minor > 0
      ? { amount, date: status.datePaid ?? status.newestPayment }
      : { amount: null, date: null };
  const [record, ...others] = records;
  if (record === undefined) {
    if (to.amount === null) return { do: 'nothing', notes };
    return write({ action: 'create' }, { amount: null, date: null });
  }
  if (others.length > 0) {
    return { do: 'skip', reason: reason('severalPaymentRecords', { count: String(records.length) }) };
  }
  const from: ShownPayment = { amount: record.amount, date: record.date };
  if (sameMoney(from.amount, to.amount) && from.date === to.date) return { do: 'nothing', notes };
  if (!isOurRecord(record, books, ownRecordIds)) {
    const shown = { amount: toDecimalText(record.amount), currency: record.amount.currency };
    return {
      do: 'skip',
      reason: reason('otherPaymentRecord', { ...shown, date: record.date ?? '', by: record.appliedBy }),
      takeOver: record.id,
    };
  }
  return write({ action: to.amount === null ? 'delete' : 'update', recordId: record.id }, from);

  function write(
    how: { action: 'create' } | { action: 'update' | 'delete'; recordId: number },
    shownNow: ShownPayment,
  ): Decision {
    const change: Change = {
      strategy: 'payment-record',
      invoiceId: manage.id,
      invoiceNumber: manage.number,
      from: shownNow,
      to,
      ...how,
    };
    return { do: 'write', change, notes };
  }
}
