import { isReversal } from './entry-class';
import { matchedPart } from './matched-part';
import type { LedgerEntry } from './schemas';

/**
 * Takes out entries that a reversal in the same group took back, with the reversal: a payment booked by mistake
 * and reversed settled nothing. Vouchers are never changed once posted, so this is how mistakes are corrected.
 */
export function withoutReversed(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const left = new Set(entries);
  for (const reversal of entries.filter(isReversal)) {
    const amount = matchedPart(reversal).minor;
    const reversed = [...left].findLast(
      (entry) =>
        !isReversal(entry) &&
        matchedPart(entry).minor === -amount &&
        entry.PostingDate <= reversal.PostingDate,
    );
    if (amount === 0 || reversed === undefined) continue;
    left.delete(reversal);
    left.delete(reversed);
  }
  return [...left];
}
