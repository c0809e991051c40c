import type { Change, Shown } from '@/utils/payments/change';
import type { PaymentRecord } from '@/utils/payments/manage-invoice';
import { sameMoney } from '@/utils/payments/money';
import { answersChange } from '@/utils/payments/verify-change';

/** What became of a write whose answer never came. */
export interface Passed {
  readonly passed: boolean;
  /** The payment record it made or changed. */
  readonly recordId: number | null;
}

/**
 * Tells from what Manage shows whether a write was carried out. A payment record that was to be made is told by
 * what it says. Where several say it, since Manage took another browser's too, the newest is taken for it: whichever
 * of the two browsers looks, it is the same one that goes.
 */
export function hasPassed(change: Change, shown: Shown): Passed {
  if (change.strategy === 'custom-fields' || shown.strategy === 'custom-fields') {
    return { passed: answersChange(change, shown), recordId: null };
  }
  if (change.action === 'delete') {
    return { passed: shown.records.every(({ id }) => id !== change.recordId), recordId: null };
  }
  const saysIt = ({ id, amount, date }: PaymentRecord): boolean =>
    sameMoney(amount, change.to.amount) &&
    date === change.to.date &&
    (change.action === 'create' || id === change.recordId);
  const ids = shown.records.filter(saysIt).map(({ id }) => id);
  return ids.length === 0 ? { passed: false, recordId: null } : { passed: true, recordId: Math.max(...ids) };
}
