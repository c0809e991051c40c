import type { AccountingInvoice } from './accounting-invoice';
import type { IsoDate } from './iso-date';
import type { ManageInvoice, PaymentRecord } from './manage-invoice';
import { sameMoney, subtract, sum, type Money } from './money';
import { USUALLY_PAID, type PaidRule } from './paid-rule';
import { paymentStatus } from './payment-status';
import { settleableAmount } from './settleable-amount';

/**
 * Whether a payment record may be changed without asking. It is ours if this browser's journal made it (or was
 * allowed to take it over), or if it is exactly what the product would have written at some point of the invoice's
 * history in the books: a running total of its payments with the date of the last of them, or with the day that
 * total closed the invoice, capped and rounded to what Manage leaves open. So a colleague's browser, or one whose
 * storage was cleared, carries on with the same record; and so does a firm that has just begun to count other things
 * as paid than is usual.
 * @throws RangeError if the currencies of books and Manage differ
 */
export function isOurRecord(
  record: PaymentRecord,
  books: AccountingInvoice,
  manage: ManageInvoice,
  ownRecordIds: ReadonlySet<number>,
  rule: PaidRule = USUALLY_PAID,
): boolean {
  if (ownRecordIds.has(record.id)) return true;
  return (
    record.date !== null &&
    record.amount.minor > 0 &&
    [rule, USUALLY_PAID]
      .flatMap((each) => recordsSoFar(books, manage, each))
      .some(({ amount, dates }) => sameMoney(amount, record.amount) && dates.includes(record.date))
  );
}

/**
 * What the product would have written after each settlement, oldest first. Settlements of a day stand in the books'
 * order; one without a date may have been made before any other. What the books say of an invoice since cancelled or
 * reversed was once true of it.
 */
function recordsSoFar(
  books: AccountingInvoice,
  manage: ManageInvoice,
  rule: PaidRule,
): { amount: Money; dates: (IsoDate | null)[] }[] {
  const oldestFirst = [...books.settlements].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return oldestFirst.map(({ date }, index) => {
    const settlements = oldestFirst.slice(0, index + 1);
    const settled = sum(
      settlements.map(({ amount }) => amount),
      books.currency,
    );
    const isNow = settlements.length === oldestFirst.length;
    const then: AccountingInvoice = {
      ...books,
      state: 'posted',
      settlements,
      remaining: subtract(books.total, settled),
      closedOn: (isNow ? books.closedOn : null) ?? date,
    };
    const status = paymentStatus(then, rule);
    return { amount: settleableAmount(status, manage), dates: [status.datePaid, status.newestPayment] };
  });
}
