import type { ShownPayment } from './change';
import { sameMoney, type Money } from './money';

/**
 * Whether a reader of Manage sees the same in both. An amount of 0 and none at all say the same, since a field that
 * was cleared may come back as 0.
 */
export function showsSame(a: ShownPayment, b: ShownPayment): boolean {
  return sameMoney(orNothing(a.amount), orNothing(b.amount)) && a.date === b.date;
}

function orNothing(amount: Money | null): Money | null {
  return amount?.minor === 0 ? null : amount;
}
