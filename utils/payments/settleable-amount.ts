import type { ManageInvoice } from './manage-invoice';
import { least, money, subtract, type Money } from './money';
import type { PaymentStatus } from './payment-status';
import { withinRounding } from './within-rounding';

/**
 * The amount a payment record of Manage should have: what was paid, but never more than Manage leaves open for it,
 * which is its total less the credits applied there.
 *
 * An invoice paid in full in the books settles Manage's open amount exactly if the two are one but for rounding, so
 * that Manage's balance becomes 0 and not 0.01. A part payment is never rounded up to that.
 * @throws RangeError if the currencies differ
 */
export function settleableAmount({ paidAmount, state }: PaymentStatus, manage: ManageInvoice): Money {
  const open = subtract(manage.total, manage.credits);
  const ceiling = open.minor > 0 ? open : money(0, open.currency);
  if (state === 'paid' && withinRounding(paidAmount, ceiling)) return ceiling;
  return least(paidAmount, ceiling);
}
