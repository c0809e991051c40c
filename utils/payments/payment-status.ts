import type { AccountingInvoice, SettlementKind } from './accounting-invoice';
import type { IsoDate } from './iso-date';
import { add, money, sum, type Money } from './money';

/** What the books say of an invoice's payment, in the invoice's currency. */
export interface PaymentStatus {
  /**
   * `closed-without-payment`: nothing remains, and credits or write-offs alone saw to that. `nothing-to-pay`: the
   * customer never owed anything by it.
   */
  readonly state: 'unpaid' | 'partly-paid' | 'paid' | 'closed-without-payment' | 'nothing-to-pay';
  /** What payments settled, with the discounts and tolerances that came with them. Never negative. */
  readonly paidAmount: Money;
  readonly credited: Money;
  /** Write-offs, and discounts on an invoice nobody has paid anything of. */
  readonly writtenOff: Money;
  /**
   * The day the last of it was closed; only when nothing remains and at least one payment was made, and null even
   * then where the books cannot tell the day.
   */
  readonly datePaid: IsoDate | null;
  /** The posting date of the newest payment so far; null without a payment, or without a dated one. */
  readonly newestPayment: IsoDate | null;
}

/** A settlement the books cannot classify counts as a payment; the invoice's notes say so to the reader. */
const PAYMENTS: readonly SettlementKind[] = ['payment', 'unclassified'];

/**
 * Reads the payment status off an invoice.
 *
 * - Paid Amount is what was settled on this very invoice by payments; what a customer paid beyond it stays on the
 *   customer's account and is no settlement of it. Discounts and tolerances count along once there is a payment.
 * - A payment taken back, booked as a negative settlement or gone from the books, lowers it again.
 * - An invoice that is not live (draft, cancelled, reversed) has no payment, whatever was once booked on it.
 * - An invoice of amount 0 has nothing to pay, nor has a credit note or an invoice of a negative amount: no amount,
 *   no date.
 *
 * @throws RangeError if what remains of a posted invoice is unknown (null), or a settlement's currency is not the
 * invoice's
 */
export function paymentStatus(invoice: AccountingInvoice): PaymentStatus {
  const { currency, remaining, kind: document, total } = invoice;
  const owed = document === 'invoice' && total.minor > 0;
  const live = owed && invoice.state === 'posted';
  if (live && remaining === null) throw new RangeError('what remains of this invoice is not known');
  const settlements = live ? invoice.settlements : [];
  const amountOf = (kinds: readonly SettlementKind[]): Money =>
    sum(
      settlements.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount),
      currency,
    );
  const none = money(0, currency);
  const received = amountOf(PAYMENTS);
  const discounts = amountOf(['discount']);
  const withDiscounts = add(received, discounts);
  const paid = received.minor > 0 && withDiscounts.minor > 0;
  const closed = live && remaining !== null && remaining.minor <= 0;
  const dates = settlements.flatMap(({ kind, date, amount }) =>
    PAYMENTS.includes(kind) && amount.minor > 0 && date !== null ? [date] : [],
  );
  return {
    state: owed ? stateOf(closed, paid) : 'nothing-to-pay',
    paidAmount: paid ? withDiscounts : none,
    credited: amountOf(['credit']),
    writtenOff: paid ? amountOf(['write-off']) : add(amountOf(['write-off']), discounts),
    datePaid: closed && paid ? invoice.closedOn : null,
    newestPayment: paid ? (dates.sort().at(-1) ?? null) : null,
  };
}

function stateOf(closed: boolean, paid: boolean): PaymentStatus['state'] {
  if (closed) return paid ? 'paid' : 'closed-without-payment';
  return paid ? 'partly-paid' : 'unpaid';
}
