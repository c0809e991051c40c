import type { AccountingInvoice } from './accounting-invoice';
import type { PaymentRecord } from './manage-invoice';
import { money } from './money';

/**
 * Whether a payment record may be changed. It is ours if this browser's journal made it, or if its amount and
 * date are exactly a running total of the invoice's payments in the books and the date of the last of them: so
 * a colleague's browser, or one whose storage was cleared, carries on with the same record.
 */
export function isOurRecord(
  record: PaymentRecord,
  books: AccountingInvoice,
  ownRecordIds: ReadonlySet<number>,
): boolean {
  return ownRecordIds.has(record.id) || isRunningTotal(record, books);
}

function isRunningTotal(record: PaymentRecord, books: AccountingInvoice): boolean {
  const payments = books.settlements
    .filter(({ kind, date }) => kind !== 'credit' && kind !== 'write-off' && date !== null)
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  let total = money(0, books.currency);
  return payments.some(({ amount, date }) => {
    total = money(total.minor + amount.minor, total.currency);
    return (
      total.currency === record.amount.currency && total.minor === record.amount.minor && date === record.date
    );
  });
}
