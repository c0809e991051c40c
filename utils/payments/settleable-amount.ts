import type { AccountingInvoice } from './accounting-invoice';
import type { ManageInvoice } from './manage-invoice';
import { least, money, subtract, toDecimalText, type Money } from './money';
import { reason, type Reason } from './reason';

/** Totals further apart than this many minor units are told to the reader: one is rounding. */
const ROUNDING_MINOR_UNITS = 1;

/**
 * The part of the paid amount that Manage can hold: never more than its total less the credits applied there.
 * Both sides must be of one currency.
 * @throws RangeError if the currencies differ
 */
export function settleableAmount(
  paid: Money,
  books: AccountingInvoice,
  manage: ManageInvoice,
): { amount: Money; notes: readonly Reason[] } {
  const open = subtract(manage.total, manage.credits);
  const ceiling = open.minor > 0 ? open : money(0, open.currency);
  const amount = least(paid, ceiling);
  const over = subtract(paid, amount);
  const notes: Reason[] = [];
  if (Math.abs(manage.total.minor - books.total.minor) > ROUNDING_MINOR_UNITS) {
    notes.push(
      reason('totalsDiffer', {
        manage: toDecimalText(manage.total),
        books: toDecimalText(books.total),
        currency: books.currency,
      }),
    );
  }
  if (over.minor > ROUNDING_MINOR_UNITS) {
    notes.push(reason('cappedAtOpenAmount', { over: toDecimalText(over), currency: over.currency }));
  }
  return { amount, notes };
}
