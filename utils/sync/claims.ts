import { reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { ConnectionRules } from './connection-rules';

/** What keeps an invoice from being written: `shared` with other books, or `unknown` whether it is. */
export interface Claim {
  readonly is: 'shared' | 'unknown';
  readonly reasons: readonly Reason[];
}

/**
 * Asks the books of all other connections for the invoices that are about to be written. One that several books carry
 * and Manage holds once is nobody's to write: whose payment it shows would be a guess.
 * @returns what stands in the way, by invoice number
 */
export async function claimsOn(
  numbers: readonly string[],
  { name, others }: ConnectionRules,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Claim>> {
  const claims = new Map<string, Claim>();
  if (numbers.length === 0 || others.length === 0) return claims;
  const sharedWith = new Map<string, string[]>();
  await Promise.all(
    others.map(async (other) => {
      try {
        for (const number of await other.carrying(numbers, signal)) {
          sharedWith.set(number, [...(sharedWith.get(number) ?? []), other.name]);
        }
      } catch (error) {
        signal.throwIfAborted();
        const reasons = [reason('otherBooksSilent', { name: other.name }), reasonOf(error)];
        for (const number of numbers) claims.set(number, { is: 'unknown', reasons });
      }
    }),
  );
  for (const [number, names] of sharedWith) {
    const books = [name, ...names.sort()].join(', ');
    claims.set(number, { is: 'shared', reasons: [reason('inSeveralBooks', { books })] });
  }
  return claims;
}
