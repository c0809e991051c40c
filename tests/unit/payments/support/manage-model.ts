import type { Change, Shown } from '@/utils/payments/change';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { subtract } from '@/utils/payments/money';

/** The id the model gives to a payment record it makes. */
export const NEW_RECORD_ID = 900;

/**
 * What Manage shows after a change, as far as the product relies on it: one payment record per invoice, which must
 * exceed 0 and must not exceed what is open; custom fields hold what they are given.
 */
export function applied(change: Change, invoice: ManageInvoice, before: Shown): Shown {
  const { amount, date } = change.to;
  if (change.strategy === 'custom-fields' || before.strategy === 'custom-fields') {
    if (change.strategy !== before.strategy) throw new Error('a change of the other strategy');
    return { strategy: 'custom-fields', amount, date };
  }
  if (change.action !== 'create') {
    const [held] = before.records;
    if (held?.id !== change.recordId) throw new Error('no such payment record');
    if (change.action === 'delete') return { strategy: 'payment-record', records: [] };
  } else if (before.records.length > 0) throw new Error('there is a payment record already');
  if (amount === null || date === null || amount.minor <= 0)
    throw new Error('a payment must exceed 0 and have a date');
  if (amount.minor > subtract(invoice.total, invoice.credits).minor) throw new Error('more than is open');
  const id = change.action === 'create' ? NEW_RECORD_ID : change.recordId;
  return { strategy: 'payment-record', records: [{ id, amount, date, appliedBy: 'product' }] };
}
