import type { Outcome } from './outcome';
import type { Reason } from './reason';

/**
 * The one reason that all of several outcomes have, and nothing else: said once above a list of numbers it reads
 * better than ten thousand times in it. Null where they differ.
 */
export function sharedReason(outcomes: readonly Outcome[]): Reason | null {
  const [first, second] = outcomes;
  const [reason] = first?.reasons ?? [];
  if (reason === undefined || second === undefined) return null;
  const text = JSON.stringify([reason]);
  const same = ({ reasons, change, takeOver }: Outcome): boolean =>
    change === undefined && takeOver === undefined && JSON.stringify(reasons) === text;
  return outcomes.every(same) ? reason : null;
}
