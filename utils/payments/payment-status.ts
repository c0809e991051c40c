import Big from 'big.js';
import type { AccountingInvoice, SettlementKind } from './accounting-invoice';
import { minorUnitDigits } from './currency';
import type { IsoDate } from './iso-date';
import { add, money, sum, type Money } from './money';
import { USUALLY_PAID, type PaidRule } from './paid-rule';

/** What the books say of an invoice's payment, in the invoice's currency. */
export interface PaymentStatus {
  /**
   * `closed-without-payment`: nothing remains, and credits or write-offs alone saw to that. `nothing-to-pay`: the
   * customer never owed anything by it.
   */
  readonly state: 'unpaid' | 'partly-paid' | 'paid' | 'closed-without-payment' | 'nothing-to-pay';
  /** What payments settled, with the discounts and tolerances that came with them. Never negative. */
  readonly paidAmount: Money;
  /** Credits that do not count as paid. */
  readonly credited: Money;
  /** Write-offs and discounts that do not count as paid, and discounts on an invoice nobody has paid anything of. */
  readonly writtenOff: Money;
  /**
   * The day the last of it was closed; only when nothing remains and at least one payment was made, and null even
   * then where the books cannot tell the day.
   */
  readonly datePaid: IsoDate | null;
  /** The posting date of the newest payment so far; null without a payment, or without a dated one. */
  readonly newestPayment: IsoDate | null;
}

/** Money, as far as the books tell. What they cannot classify counts as such; the invoice's notes say so. */
export const MONEY: readonly SettlementKind[] = ['payment', 'unclassified'];

/**
 * Reads the payment status off an invoice, by what the firm counts as paid.
 *
 * - Paid Amount is what was settled on this very invoice by payments; what a customer paid beyond it stays on the
 *   customer's account and is no settlement of it. Credits and write-offs are payments where the firm counts them.
 *   Discounts and tolerances count along once there is a payment.
 * - Where a payment leaves no more than the rounding tolerance, the rest counts as paid with it.
 * - A payment taken back, booked as a negative settlement or gone from the books, lowers it again.
 * - An invoice that is not live (draft, cancelled, reversed) has no payment, whatever was once booked on it.
 * - An invoice of amount 0 has nothing to pay, nor has a credit note or an invoice of a negative amount: no amount,
 *   no date.
 * - What is incomplete is never paid in full.
 *
 * @throws RangeError if what remains of a posted invoice is unknown (null), or a settlement's currency is not the
 * invoice's
 */
export function paymentStatus(invoice: AccountingInvoice, rule: PaidRule = USUALLY_PAID): PaymentStatus {
  const { currency, kind: document, total } = invoice;
  const owed = document === 'invoice' && total.minor > 0;
  const live = owed && invoice.state === 'posted';
  if (live && invoice.remaining === null) throw new RangeError('what remains of this invoice is not known');
  const remaining = (live ? invoice.remaining : null) ?? total;
  const settlements = live ? invoice.settlements : [];
  const amountOf = (kinds: readonly SettlementKind[]): Money =>
    sum(
      settlements.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount),
      currency,
    );
  const counted = countedKinds(rule);
  const received = amountOf(counted);
  const discounts = amountOf(['discount']);
  const withDiscounts = rule.discounts === 'paid' ? add(received, discounts) : received;
  const paid = received.minor > 0 && withDiscounts.minor > 0;
  const isWhole = invoice.incomplete !== true;
  const isRounding = isWhole && paid && remaining.minor > 0 && remaining.minor <= toleranceIn(rule, currency);
  const closed = live && isWhole && (remaining.minor <= 0 || isRounding);
  const dates = settlements.flatMap(({ kind, date, amount }) =>
    counted.includes(kind) && amount.minor > 0 && date !== null ? [date] : [],
  );
  const newestPayment = paid ? (dates.sort().at(-1) ?? null) : null;
  // The books name no closing day of what they do not take for paid.
  const closedOn = invoice.closedOn ?? (isRounding || amountOf(MONEY).minor <= 0 ? newestPayment : null);
  const discountsApart = paid && rule.discounts === 'paid' ? [] : (['discount'] as const);
  return {
    state: owed ? stateOf(closed, paid) : 'nothing-to-pay',
    paidAmount: paid ? add(withDiscounts, isRounding ? remaining : money(0, currency)) : money(0, currency),
    credited: rule.credits === 'paid' ? money(0, currency) : amountOf(['credit']),
    writtenOff: amountOf(rule.writeOffs === 'paid' ? discountsApart : ['write-off', ...discountsApart]),
    datePaid: closed && paid ? closedOn : null,
    newestPayment,
  };
}

/** The kinds of settlement that make a payment of an invoice. Discounts do not, since they only come with one. */
export function countedKinds({ credits, writeOffs }: PaidRule): readonly SettlementKind[] {
  return [
    ...MONEY,
    ...(credits === 'paid' ? (['credit'] as const) : []),
    ...(writeOffs === 'paid' ? (['write-off'] as const) : []),
  ];
}

/** In minor units of the currency; what it has no coin for is left off. */
function toleranceIn({ tolerance }: PaidRule, currency: string): number {
  return new Big(tolerance)
    .times(new Big(10).pow(minorUnitDigits(currency)))
    .round(0, Big.roundDown)
    .toNumber();
}

function stateOf(closed: boolean, paid: boolean): PaymentStatus['state'] {
  if (closed) return paid ? 'paid' : 'closed-without-payment';
  return paid ? 'partly-paid' : 'unpaid';
}
