import type { ManageInvoice } from './manage-invoice';

/** Whether an invoice of Manage is a credit memo: by its type, or because it says that the firm owes the customer. */
export function isCreditMemo({ type, total }: ManageInvoice): boolean {
  return type === 'CreditMemo' || total.minor < 0;
}
