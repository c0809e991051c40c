import { allOf, compare, numberLiteral } from '@/utils/accounting/odata/filter';
import type { HttpAnswer } from '@/utils/http/http-client';
import type { EntryNumber, NavLedger } from './api';

/**
 * The highest number of a ledger's entries, or `after` where none is higher.
 * @param seen told of every answer
 * @throws Problem
 */
export async function highestEntryNo(
  ledger: NavLedger<EntryNumber>,
  after: number,
  signal: AbortSignal,
  seen: (answer: HttpAnswer) => void = () => undefined,
): Promise<number> {
  const query = after > 0 ? { filter: allOf(compare('Entry_No', 'gt', numberLiteral(after))) } : {};
  let highest = after;
  for await (const { rows, answer } of ledger.numbers({ ...query, orderBy: 'Entry_No desc' }, signal)) {
    seen(answer);
    const numbers = rows.map(({ Entry_No }) => Entry_No);
    highest = Math.max(highest, ...numbers);
    // A server that does not sort as it was asked tells the highest number only at the end.
    if (isDescending(numbers)) break;
  }
  return highest;
}

/** A single number, or none, tells nothing of the order. */
function isDescending(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, at) => at === 0 || number < (numbers[at - 1] ?? 0));
}
