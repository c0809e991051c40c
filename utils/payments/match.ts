import type { AccountingInvoice } from './accounting-invoice';
import { isCreditMemo } from './credit-memo';
import type { ManageInvoice } from './manage-invoice';
import { USUALLY_PAID, type PaidRule } from './paid-rule';
import { countedKinds } from './payment-status';
import { PURCHASE_ORDER } from './purchase-order';
import { reason, type Reason } from './reason';

/** Which of the invoices that carry one number counts. */
export type LiveInvoice =
  | { readonly is: 'found'; readonly invoice: AccountingInvoice }
  /** Two live invoices carry the number, of one customer or of several: an error to show, not a guess to make. */
  | { readonly is: 'duplicate'; readonly reason: Reason }
  /** Only drafts and credit notes carry it. */
  | { readonly is: 'none' };

/**
 * Finds the invoice that counts among those of the books that carry one number.
 *
 * A cancelled or reversed invoice gives its number free, so beside a live one (posted, not reversed, not
 * cancelled) it does not count. Where none is live any more, the last cancelled or reversed one the books list
 * stands for all of them: it has no payment, and so an own payment record in Manage goes. An invoice that the
 * books list twice, as a page that shifts while it is read does, is one invoice, as last read.
 */
export function liveInvoice(sameNumber: readonly AccountingInvoice[]): LiveInvoice {
  const invoices = onePerId(sameNumber).filter(({ kind }) => kind === 'invoice');
  const [live, ...moreLive] = invoices.filter(({ state }) => state === 'posted');
  if (live !== undefined) {
    return moreLive.length === 0
      ? { is: 'found', invoice: live }
      : { is: 'duplicate', reason: duplicate([live, ...moreLive]) };
  }
  const ended = invoices.findLast(({ state }) => state === 'cancelled' || state === 'reversed');
  return ended === undefined ? { is: 'none' } : { is: 'found', invoice: ended };
}

/** An external number that two customers have is another mistake than one that was given out twice. */
function duplicate(invoices: readonly AccountingInvoice[]): Reason {
  const customers = [...new Set(invoices.map(({ customerNumber }) => customerNumber))].sort();
  return customers.length === 1
    ? reason('duplicateInBooks', { count: String(invoices.length) })
    : reason('duplicateOfCustomers', { customers: customers.join(', ') });
}

/** Which invoice of Manage carries a number. */
export type ManageMatch =
  | { readonly is: 'found'; readonly invoice: ManageInvoice }
  | { readonly is: 'not-found' }
  | { readonly is: 'ambiguous'; readonly reason: Reason };

/**
 * Finds the invoice of Manage that carries exactly this number. Every character counts: Manage's `in` ignores
 * case, so what it returned is compared again here; `00042` and `42` are two invoices, and so are `42` and `42 `,
 * since a number trimmed on one side only might be another invoice's. What the firm wants alike, the connection
 * makes alike before.
 *
 * A credit memo matches only where no invoice has the number, so that it is never taken for the invoice. Two of a
 * kind are ambiguous.
 */
export function matchInManage(number: string, candidates: readonly ManageInvoice[]): ManageMatch {
  const carriers = onePerId(candidates.filter((each) => each.number === number));
  const invoices = carriers.filter((each) => !isCreditMemo(each));
  const [invoice, ...others] = invoices.length > 0 ? invoices : carriers;
  if (invoice === undefined) return { is: 'not-found' };
  if (others.length > 0) {
    const code = invoice.type === PURCHASE_ORDER ? 'ambiguousOrder' : 'ambiguousInManage';
    return { is: 'ambiguous', reason: reason(code, { count: String(others.length + 1) }) };
  }
  return { is: 'found', invoice };
}

/**
 * Whether a reader wants to hear that Manage does not hold an invoice of the books: only of a posted invoice on
 * which something that counts as paid was booked or taken back. A firm has plenty of unpaid invoices, drafts, cancelled and reversed ones
 * and credit notes that never were in Manage, and nothing is lost with them.
 */
export function isWorthMentioning(
  { kind, state, settlements }: AccountingInvoice,
  rule: PaidRule = USUALLY_PAID,
): boolean {
  if (kind !== 'invoice' || state !== 'posted') return false;
  const counted = countedKinds(rule);
  return settlements.some((each) => counted.includes(each.kind));
}

function onePerId<T extends { readonly id: string | number }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
