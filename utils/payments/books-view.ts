import type { AccountingInvoice } from './accounting-invoice';

/** What people may want to know of an invoice in the books, without what names the customer. */
export type BooksView = Pick<
  AccountingInvoice,
  'kind' | 'state' | 'currency' | 'total' | 'settlements' | 'remaining' | 'closedOn' | 'notes'
>;

export function booksView(invoice: AccountingInvoice): BooksView {
  const { kind, state, currency, total, settlements, remaining, closedOn, notes } = invoice;
  return { kind, state, currency, total, settlements, remaining, closedOn, notes };
}
