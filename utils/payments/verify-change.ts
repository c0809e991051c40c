import type { Change, Shown } from './change';
import type { ManageInvoice } from './manage-invoice';
import { money, sameMoney } from './money';
import { showsSame } from './shows-same';

/**
 * Whether an invoice as read in bulk after a write shows the change. A payment record shows in the sum of the
 * invoice's payments, which says nothing of its date; the write's own answer has told that already. Custom fields
 * come with the invoice and are compared whole: hand in what the write-back reads off it as `shown`.
 *
 * False where the invoice does not tell (no sum of payments, no `shown`): the change is then to be read singly.
 */
export function showsChange(change: Change, invoice: ManageInvoice, shown?: Shown): boolean {
  if (change.strategy === 'custom-fields') return shown !== undefined && answersChange(change, shown);
  return sameMoney(invoice.payments, change.to.amount ?? money(0, invoice.currency));
}

/** Whether Manage's own answer to a write, or a single reading afterwards, is exactly what was to be written. */
export function answersChange(change: Change, shown: Shown): boolean {
  if (shown.strategy === 'custom-fields')
    return change.strategy === 'custom-fields' && showsSame(shown, change.to);
  if (change.strategy === 'custom-fields') return false;
  const [record, ...others] = shown.records;
  if (record === undefined || change.action === 'delete')
    return record === undefined && change.action === 'delete';
  return others.length === 0 && sameMoney(record.amount, change.to.amount) && record.date === change.to.date;
}
