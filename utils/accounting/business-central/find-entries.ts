import { allOf, booleanLiteral, compare, dayLiteral, type Filter } from '@/utils/accounting/odata/filter';
import { isTooMuch } from '@/utils/accounting/odata/is-too-much';
import { addDays, dayIn } from '@/utils/payments/iso-date';
import { FEW_NAMED } from './few-named';
import type { Ledger } from './ledger';
import type { LedgerEntry } from './ledger-entry';
import type { LedgerLists } from './ledger-lists';

export interface FindEntriesOptions {
  readonly ledger: Ledger;
  readonly lists: LedgerLists;
  /** Epoch ms by the server's clock: from when on the run looks for changes; null for everything there ever was. */
  readonly since: number | null;
}

/** Finds the ledger entries of invoices by the invoices' numbers. @throws Problem */
export type FindEntries = (numbers: Iterable<string>, signal: AbortSignal) => Promise<readonly LedgerEntry[]>;

/** What the ledger's own lists told of entries, by the number of their invoice. */
interface Index {
  has(number: string): boolean;
  entries(numbers: readonly string[], signal: AbortSignal): Promise<readonly LedgerEntry[]>;
}

/**
 * Ledger entries for one run that follows the invoices. A few numbers are asked for by name. From so many on, the ledger
 * tells page by page of the entries that are open, and those that were closed since; a closing that was dated further
 * back is asked for by name all the same.
 */
export function createFindEntries({ ledger, lists, since }: FindEntriesOptions): FindEntries {
  let named = 0;
  let index: Index | undefined;

  async function readIndex(signal: AbortSignal): Promise<Index> {
    // Sales invoices tell themselves of which of them something is settled, and few are. Purchase invoices do not, so
    // that the entry of each is needed.
    const read = lists.ledger === 'receivable' ? indexOfNumbers : indexOfEntries;
    try {
      return await read(ledger, listsOf(since, lists), signal);
    } catch (error) {
      // The ledger does not let itself be asked like that, or cannot answer in time.
      if (!isTooMuch(error)) throw error;
      return { has: () => false, entries: () => Promise.resolve([]) };
    }
  }

  return async (wanted, signal) => {
    const numbers = [...new Set(wanted)];
    if (index === undefined && named + numbers.length <= FEW_NAMED) {
      named += numbers.length;
      return ledger.byNumber(numbers, signal);
    }
    const known = (index ??= await readIndex(signal));
    const lists = await Promise.all([
      known.entries(numbers, signal),
      ledger.byNumber(
        numbers.filter((number) => !known.has(number)),
        signal,
      ),
    ]);
    return lists.flat();
  };
}

type Filters = readonly (Filter | undefined)[];

async function indexOfNumbers(ledger: Ledger, filters: Filters, signal: AbortSignal): Promise<Index> {
  const index = new Map<string, Set<number>>();
  for (const filter of filters) {
    for await (const { documentNumber, entryNo } of ledger.entryNumbers(filter, signal)) {
      index.set(documentNumber, (index.get(documentNumber) ?? new Set()).add(entryNo));
    }
  }
  return {
    has: (number) => index.has(number),
    entries: (numbers, stop) =>
      ledger.invoices(
        numbers.flatMap((number) => [...(index.get(number) ?? [])]),
        stop,
      ),
  };
}

async function indexOfEntries(ledger: Ledger, filters: Filters, signal: AbortSignal): Promise<Index> {
  const index = new Map<string, LedgerEntry[]>();
  for (const entry of await ledger.listed(filters, signal)) {
    const same = index.get(entry.documentNumber);
    if (same === undefined) index.set(entry.documentNumber, [entry]);
    else same.push(entry);
  }
  return {
    has: (number) => index.has(number),
    entries: (numbers) => Promise.resolve(numbers.flatMap((number) => index.get(number) ?? [])),
  };
}

function listsOf(since: number | null, { ledgerRows: { columns } }: LedgerLists): Filters {
  if (since === null) return [undefined];
  // A day earlier, since the server's day may have begun later than that of Greenwich.
  const day = addDays(dayIn('UTC', since), -1);
  return [
    allOf(compare(columns.open, 'eq', booleanLiteral(true))),
    allOf(compare(columns.closedOn, 'ge', dayLiteral(day))),
  ];
}
