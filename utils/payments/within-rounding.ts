import { subtract, type Money } from './money';

/**
 * Whether two amounts are one but for rounding: at most one minor unit apart. The books and Manage each reckon an
 * invoice's total from its lines and taxes, and may round at different places on the way.
 * @throws RangeError if the currencies differ
 */
export function withinRounding(a: Money, b: Money): boolean {
  return Math.abs(subtract(a, b).minor) <= 1;
}
