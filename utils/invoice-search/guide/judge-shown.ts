import type { BadgeFactsByNumber } from '@/utils/messaging/protocol';
import { NEARLY_ALL } from '../number-candidates';

/** What Manage has to say to the column that was shown. */
export type Judgement =
  | { readonly is: 'right' }
  /** No invoice has the number that was pointed at. */
  | { readonly is: 'unknown'; readonly text: string }
  /** The number is one, but too many others of its column are none. */
  | { readonly is: 'few-known'; readonly known: number; readonly read: number };

/** @param numbers the column's, all that were asked about */
export function judgeShown(
  pointedAt: string,
  numbers: readonly string[],
  facts: BadgeFactsByNumber,
): Judgement {
  const isKnown = (number: string): boolean => Object.hasOwn(facts, number);
  if (!isKnown(pointedAt)) return { is: 'unknown', text: pointedAt };
  const known = numbers.filter(isKnown).length;
  if (known < numbers.length * NEARLY_ALL) return { is: 'few-known', known, read: numbers.length };
  return { is: 'right' };
}
