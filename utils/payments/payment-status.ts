import type { AccountingInvoice, SettlementKind } from './accounting-invoice';
import type { IsoDate } from './iso-date';
import { money, sum, type Money } from './money';

/** What the books say of an invoice's payment, in the invoice's currency. */
export interface PaymentStatus {
  readonly state: 'unpaid' | 'partly-paid' | 'paid' | 'closed-without-payment' | 'nothing-to-pay';
  /** What payments settled, with discounts and tolerances that closed the rest. */
  readonly paidAmount: Money;
  readonly credited: Money;
  readonly writtenOff: Money;
  /** The day the last of it was closed; only when nothing remains and at least one payment was made. */
  readonly datePaid: IsoDate | null;
  /** The posting date of the newest payment so far. */
  readonly newestPayment: IsoDate | null;
}

/** Kinds that count towards Paid Amount. Credits and write-offs are shown apart. */
const COUNTS_AS_PAID: readonly SettlementKind[] = ['payment', 'discount', 'unclassified'];

/**
 * Reads the payment status off an invoice. A cancelled or reversed invoice has no payment, whatever was once
 * booked on it.
 * @throws RangeError if `remaining` is unknown (null) or a settlement's currency is not the invoice's
 */
export function paymentStatus(invoice: AccountingInvoice): PaymentStatus {
  const { currency, remaining } = invoice;
  if (remaining === null) throw new RangeError('what remains of this invoice is not known');
  const settlements = invoice.state === 'posted' ? invoice.settlements : [];
  const amountOf = (...kinds: readonly SettlementKind[]): Money =>
    sum(
      settlements.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount),
      currency,
    );
  const paidAmount = amountOf(...COUNTS_AS_PAID);
  const closed = invoice.state === 'posted' && remaining.minor === 0;
  const paid = paidAmount.minor > 0;
  const dates = settlements.flatMap(({ kind, date }) => (COUNTS_AS_PAID.includes(kind) && date ? [date] : []));
  return {
    state: stateOf(invoice.total, closed, paid),
    paidAmount: paid ? paidAmount : money(0, currency),
    credited: amountOf('credit'),
    writtenOff: amountOf('write-off'),
    datePaid: closed && paid ? invoice.closedOn : null,
    newestPayment: paid ? (dates.sort().at(-1) ?? null) : null,
  };
}

function stateOf(total: Money, closed: boolean, paid: boolean): PaymentStatus['state'] {
  if (total.minor === 0) return 'nothing-to-pay';
  if (closed) return paid ? 'paid' : 'closed-without-payment';
  return paid ? 'partly-paid' : 'unpaid';
}
