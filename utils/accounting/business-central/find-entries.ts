import { allOf, booleanLiteral, compare, dayLiteral, type Filter } from '@/utils/accounting/odata/filter';
import { isTooMuch } from '@/utils/accounting/odata/is-too-much';
import { addDays, dayIn } from '@/utils/payments/iso-date';
import { FEW_NAMED } from './few-named';
import type { Ledger } from './ledger';
import type { LedgerEntry } from './ledger-entry';

export interface FindEntriesOptions {
  readonly ledger: Ledger;
  /** Epoch ms by the server's clock: from when on the run looks for changes; null for everything there ever was. */
  readonly since: number | null;
}

/** Finds the ledger entries of invoices by the invoices' numbers. @throws Problem */
export type FindEntries = (numbers: Iterable<string>, signal: AbortSignal) => Promise<readonly LedgerEntry[]>;

/**
 * Ledger entries for one run that follows the invoices. A few numbers are asked for by name. From so many on, the ledger
 * tells page by page which entry each invoice has: those that are open, and those that were closed since; a closing
 * that was dated further back is asked for by name all the same.
 */
export function createFindEntries({ ledger, since }: FindEntriesOptions): FindEntries {
  let named = 0;
  let index: ReadonlyMap<string, readonly number[]> | undefined;

  return async (wanted, signal) => {
    const numbers = new Set(wanted);
    if (index === undefined && named + numbers.size <= FEW_NAMED) {
      named += numbers.size;
      return ledger.byNumber(numbers, signal);
    }
    const known = (index ??= await readIndex(ledger, since, signal));
    const entryNos = [...numbers].flatMap((number) => known.get(number) ?? []);
    const missing = [...numbers].filter((number) => !known.has(number));
    const [listed, others] = await Promise.all([
      ledger.invoices(entryNos, signal),
      ledger.byNumber(missing, signal),
    ]);
    return [...listed, ...others];
  };
}

/** Nothing where the ledger does not let itself be asked like that, or cannot answer in time. */
async function readIndex(
  ledger: Pick<Ledger, 'entryNumbers'>,
  since: number | null,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const index = new Map<string, number[]>();
  try {
    for (const filter of listsOf(since)) {
      for await (const { documentNumber, entryNo } of ledger.entryNumbers(filter, signal)) {
        const same = index.get(documentNumber);
        if (same === undefined) index.set(documentNumber, [entryNo]);
        else if (!same.includes(entryNo)) same.push(entryNo);
      }
    }
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    return new Map();
  }
  return index;
}

function listsOf(since: number | null): readonly (Filter | undefined)[] {
  if (since === null) return [undefined];
  // A day earlier, since the server's day may have begun later than that of Greenwich.
  const day = addDays(dayIn('UTC', since), -1);
  return [
    allOf(compare('cleOpen', 'eq', booleanLiteral(true))),
    allOf(compare('cleClosedAtDate', 'ge', dayLiteral(day))),
  ];
}
