import type { Change, Shown } from './change';

/**
 * The change that takes another back, given what Manage shows now. A payment record that was made is removed, one
 * that was removed is made again (as a new record with the old amount and date), one that was changed gets its old
 * amount and date.
 */
export function reversed({ strategy, invoiceId, invoiceNumber, from, to }: Change, shown: Shown): Change {
  const back = { invoiceId, invoiceNumber, from: to, to: from };
  if (strategy === 'custom-fields') return { strategy, ...back };
  if (to.amount === null) return { strategy, action: 'create', ...back };
  const [record] = shown.strategy === 'payment-record' ? shown.records : [];
  const action = from.amount === null ? 'delete' : 'update';
  return { strategy, action, recordId: record?.id ?? 0, ...back };
}
