import type { AccountingInvoice } from './accounting-invoice';

/** What people may want to know of an invoice in the books, without what names the customer. */
export type BooksView = Pick<
  AccountingInvoice,
  'kind' | 'state' | 'currency' | 'total' | 'settlements' | 'remaining' | 'closedOn' | 'notes' | 'bills'
>;

export function booksView(invoice: AccountingInvoice): BooksView {
  const { kind, state, currency, total, settlements, remaining, closedOn, notes, bills } = invoice;
  const view = { kind, state, currency, total, settlements, remaining, closedOn, notes };
  return bills === undefined ? view : { ...view, bills };
}
