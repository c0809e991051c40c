import type { ReasonCode } from '@/utils/payments/reason';
import { remedyOf, type Remedy } from '@/utils/payments/remedy';

/** What was asked for cannot be done now, or not of this run, and nothing is wrong that settings could put right. */
const NOTHING_TO_PUT_RIGHT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'runAlreadyActive',
  'startDateInvalid',
  'startDateInFuture',
  'messageRefused',
  'runNotThere',
  'runStopped',
  'takeOverNotOffered',
  'changedSince',
  'numberNotAskable',
]);

/**
 * The one press that helps where a run cannot begin or go on; null where none does. To go on, and to try again, there
 * are buttons already.
 */
export function remedyOfRefusal(code: ReasonCode): Exclude<Remedy, 'continue' | 'retry-failed'> | null {
  const remedy = remedyOf(code);
  const isThere = remedy === 'continue' || remedy === 'retry-failed';
  return isThere || NOTHING_TO_PUT_RIGHT.has(code) ? null : remedy;
}
