import { sumOf } from '../currencies';
import type { ManageInvoiceRow } from '../state';

export interface InvoiceSums {
  /** Of the payment records. */
  readonly payments: number;
  /** Of the applied credit memos. */
  readonly credits: number;
}

/** What an invoice's payment rows add up to, in its currency. */
export function invoiceSums({ payments, currencyCode }: ManageInvoiceRow): InvoiceSums {
  const of = (isCredit: boolean): number =>
    sumOf(
      payments
        .filter(({ creditInvoiceId }) => (creditInvoiceId !== null) === isCredit)
        .map(({ amount }) => amount),
      currencyCode,
    );
  return { payments: of(false), credits: of(true) };
}

/** What the API shows at an instant: the sums as they were, while Manage has not added up the newest payment. */
export function shownSums(row: ManageInvoiceRow, now: number): InvoiceSums {
  return row.staleSums && now < row.staleSums.until ? row.staleSums : invoiceSums(row);
}
