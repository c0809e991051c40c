import type { AccountingInvoice } from './accounting-invoice';
import type { Change, ShownPayment } from './change';
import type { Decision } from './decision';
import type { ManageInvoice, PaymentRecord } from './manage-invoice';
import { sameMoney, subtract, type Money } from './money';
import { isOurRecord } from './own-record';
import type { PaidRule } from './paid-rule';
import type { PaymentStatus } from './payment-status';
import { reason, type Reason } from './reason';
import { settleableAmount } from './settleable-amount';
import { withinRounding } from './within-rounding';

export interface PaymentRecordInput {
  readonly books: AccountingInvoice;
  /** What `books` comes to. */
  readonly status: PaymentStatus;
  /** What the firm counts as paid. */
  readonly rule: PaidRule;
  readonly manage: ManageInvoice;
  /** The payment records on the invoice now, applied credit memos left out. */
  readonly records: readonly PaymentRecord[];
  /** Ids of payment records this browser's journal made or was allowed to take over. */
  readonly ownRecordIds: ReadonlySet<number>;
}

const NOTHING: ShownPayment = { amount: null, date: null };

/**
 * Decides how the payment record of one invoice must change so that Manage shows what the books say. Manage keeps
 * one payment record per invoice besides applied credit memos, so it carries the sum of all payments, with the
 * posting date of the newest, or the closing date once the invoice is paid in full. Manage would put in today's
 * date for a missing one, so where the books know no day at all nothing is written.
 *
 * A payment record must exceed 0: going back to nothing is its deletion. Only a record of our own is changed.
 * @throws RangeError if the currencies of books and Manage differ
 */
export function planPaymentRecord(input: PaymentRecordInput): Decision {
  const { books, status, rule, manage, records, ownRecordIds } = input;
  const amount = settleableAmount(status, manage);
  const notes = leftOver(status.paidAmount, amount);
  const to = amount.minor > 0 ? { amount, date: status.datePaid ?? status.newestPayment } : NOTHING;
  const [record, ...others] = records;
  if (others.length > 0) {
    return { do: 'skip', reason: reason('severalPaymentRecords', { count: String(records.length) }) };
  }
  const from: ShownPayment = record === undefined ? NOTHING : { amount: record.amount, date: record.date };
  const dateUnknown = to.amount !== null && to.date === null;
  if (sameMoney(from.amount, to.amount) && (from.date === to.date || dateUnknown))
    return { do: 'nothing', notes };
  if (dateUnknown) return { do: 'skip', reason: reason('paymentDateUnknown') };
  const change = {
    strategy: 'payment-record',
    invoiceId: manage.id,
    invoiceNumber: manage.number,
    from,
    to,
  } as const;
  if (record === undefined) return write({ ...change, action: 'create' });
  if (!isOurRecord(record, books, manage, ownRecordIds, rule)) return skipForeign(record);
  return write({ ...change, action: to.amount === null ? 'delete' : 'update', recordId: record.id });

  function write(complete: Change): Decision {
    return { do: 'write', change: complete, notes };
  }
}

/** Names what was paid beyond what Manage leaves open, unless that is but rounding. */
function leftOver(paid: Money, amount: Money): readonly Reason[] {
  if (withinRounding(paid, amount)) return [];
  return [reason('cappedAtOpenAmount', { over: subtract(paid, amount) })];
}

function skipForeign({ id, amount, date, appliedBy }: PaymentRecord): Decision {
  const day = date === null ? '–' : { day: date };
  return {
    do: 'skip',
    reason: reason('otherPaymentRecord', { amount, date: day, by: appliedBy || '–' }),
    takeOver: id,
  };
}
