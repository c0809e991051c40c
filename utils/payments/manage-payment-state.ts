import type { ShownPayment } from './change';
import { isCreditMemo } from './credit-memo';
import type { ManageInvoice } from './manage-invoice';
import { money, subtract, type Money } from './money';
import { withinRounding } from './within-rounding';

/**
 * How an invoice stands in Manage. `credited`: nothing remains, and no payment was made; `nothing-to-pay`: its
 * amount is 0; `credit-memo`: the firm owes the customer.
 */
export type ManagePaymentState =
  'unpaid' | 'partly-paid' | 'paid' | 'nothing-to-pay' | 'credit-memo' | 'credited';

/**
 * How an invoice stands by Manage's own reckoning: its balance, or where Manage does not say, its total less
 * payments and credits. Payments that Manage does not name are what its balance leaves of total and credits.
 */
export function managePaymentState(invoice: ManageInvoice): ManagePaymentState {
  const { total, credits, balance } = invoice;
  const owed = subtract(total, credits);
  const payments =
    invoice.payments ?? (balance === null ? money(0, invoice.currency) : subtract(owed, balance));
  const open = balance ?? subtract(owed, payments);
  return stateOf(invoice, payments, open.minor <= 0);
}

/**
 * How an invoice stands by the custom fields for Paid Amount and Date Paid. The date is only ever written to an
 * invoice that is paid in full, so it says so even where the books credited what Manage still thinks open; without
 * one, an amount that covers total less credits, but for rounding, says the same.
 */
export function managePaymentStateByFields(
  invoice: ManageInvoice,
  { amount, date }: ShownPayment,
): ManagePaymentState {
  const paid = amount ?? money(0, invoice.currency);
  const open = subtract(subtract(invoice.total, invoice.credits), paid);
  const covered = open.minor <= 0 || (paid.minor > 0 && withinRounding(open, money(0, open.currency)));
  return stateOf(invoice, paid, covered || (date !== null && paid.minor > 0));
}

function stateOf(invoice: ManageInvoice, paid: Money, closed: boolean): ManagePaymentState {
  if (isCreditMemo(invoice)) return 'credit-memo';
  if (invoice.total.minor === 0) return 'nothing-to-pay';
  if (closed) return paid.minor > 0 ? 'paid' : 'credited';
  return paid.minor > 0 ? 'partly-paid' : 'unpaid';
}
