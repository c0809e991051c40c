import { reasonText } from '@/components/reason-text';
import type { Outcome } from '@/utils/payments/outcome';

/**
 * The one sentence that all of several outcomes have, and nothing else: said once above a list of numbers it
 * reads better than ten thousand times in it. Null where they differ.
 */
export function sharedReason(outcomes: readonly Outcome[]): string | null {
  const [first, second] = outcomes;
  const [reason] = first?.reasons ?? [];
  if (reason === undefined || second === undefined) return null;
  const text = reasonText(reason);
  const same = ({ reasons, change, takeOver }: Outcome): boolean => {
    const [only, ...more] = reasons;
    return (
      only?.code === reason.code &&
      more.length === 0 &&
      change === undefined &&
      takeOver === undefined &&
      reasonText(only) === text
    );
  };
  return outcomes.every(same) ? text : null;
}
