import { byEntryNumber, anyOfInChunks } from '@/utils/accounting/odata/chunks';
import { allOf, compare, numberLiteral, textLiteral, type Filter } from '@/utils/accounting/odata/filter';
import { Problem } from '@/utils/payments/problem';
import type { BusinessCentralApi, Pages, Reading } from './api';
import type { FindEntries } from './find-entries';
import { beginsInvoice, invoiceEntries, isInitial, type LedgerEntry } from './ledger-entry';
import { newestEntry, type NewestEntry } from './newest-entry';
import type { LedgerHead, LedgerRow } from './schemas';

/** Large enough for few requests, small enough that a page and what is made of it take little memory. */
const PAGE_SIZE = 2500;

/** The first row, one application and now and then one more. */
const ROWS_PER_ENTRY = 3;

/** What the ledger tells; every answer comes from the server itself unless a replica surely does no harm. */
export interface Ledger {
  /**
   * How far the ledger goes, from an entry known before. Asked of a replica: one that is behind tells a lower number,
   * and then more is read again.
   */
  newest(known: number, signal: AbortSignal): Promise<NewestEntry>;
  /** The rows above one number and up to another, page by page. */
  between(
    above: number,
    upTo: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly LedgerHead[], void, void>;
  /** The invoices among these ledger entries, each with all its rows. */
  invoices(entryNos: Iterable<number>, signal: AbortSignal): Promise<readonly LedgerEntry[]>;
  /** All ledger entries of invoices that carry one of these numbers. */
  readonly byNumber: FindEntries;
  /** The invoices among the ledger entries that these filters let through; a filter left out lets all through. */
  listed(filters: readonly (Filter | undefined)[], signal: AbortSignal): Promise<readonly LedgerEntry[]>;
  /** The numbers of the entries of invoices among those a filter lets through, without which all are. */
  entryNumbers(
    filter: Filter | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Pick<LedgerEntry, 'documentNumber' | 'entryNo'>, void, void>;
}

export function createLedger(api: BusinessCentralApi): Ledger {
  const { columns } = api.lists.ledgerHeads;

  /** All rows that any of the filters lets through. The API's client keeps to five requests at once. */
  async function all<T>(
    filters: readonly (Filter | undefined)[],
    read: (reading: Reading, signal: AbortSignal) => Pages<T>,
    keep: (row: T) => boolean,
    signal: AbortSignal,
  ): Promise<T[]> {
    const lists = await Promise.all(
      filters.map(async (filter) => {
        const found: T[] = [];
        for await (const rows of readable(read({ ...(filter && { filter }), pageSize: PAGE_SIZE }, signal))) {
          found.push(...rows.filter(keep));
        }
        return found;
      }),
    );
    return lists.flat();
  }

  async function invoices(entryNos: Iterable<number>, signal: AbortSignal): Promise<readonly LedgerEntry[]> {
    const wanted = new Set(entryNos);
    const reading = { room: api.room('ledgerRows'), pageSize: PAGE_SIZE, rowsPerEntry: ROWS_PER_ENTRY };
    const filters = byEntryNumber(columns.entryNo, wanted, reading);
    const isWanted = ({ entryNo }: LedgerRow): boolean => wanted.has(entryNo);
    return invoiceEntries(await all(filters, api.ledgerRows, isWanted, signal));
  }

  return {
    newest: (known, signal) =>
      newestEntry(
        known,
        (entryNo, pageSize) => {
          const filter = allOf(compare(columns.detailNo, 'gt', numberLiteral(entryNo)));
          return api.ledgerHeads({ filter, pageSize, fromReplica: true }, signal);
        },
        PAGE_SIZE,
      ),

    between(above, upTo, signal) {
      const filter = allOf(
        compare(columns.detailNo, 'gt', numberLiteral(above)),
        compare(columns.detailNo, 'le', numberLiteral(upTo)),
      );
      return readable(api.ledgerHeads({ filter, pageSize: PAGE_SIZE }, signal));
    },

    invoices,

    listed: async (filters, signal) => invoiceEntries(await all(filters, api.ledgerRows, () => true, signal)),

    async *entryNumbers(filter, signal) {
      // A replica that is behind only makes for some more names.
      const reading = { pageSize: PAGE_SIZE, fromReplica: true, ...(filter && { filter }) };
      for await (const rows of readable(api.ledgerHeads(reading, signal))) {
        for (const { entryNo, documentNo } of rows.filter(beginsInvoice)) {
          yield { entryNo, documentNumber: documentNo };
        }
      }
    },

    async byNumber(numbers, signal) {
      const wanted = new Set(numbers);
      const filters = anyOfInChunks(
        columns.documentNo,
        [...wanted].map(textLiteral),
        api.room('ledgerHeads'),
      );
      const isFirst = (row: LedgerHead): boolean => beginsInvoice(row) && wanted.has(row.documentNo);
      const first = await all(filters, api.ledgerHeads, isFirst, signal);
      return invoices(
        first.map(({ entryNo }) => entryNo),
        signal,
      );
    },
  };
}

/** The ledger entries that these rows belong to and that may be invoices, as far as the rows tell. */
export function possibleInvoices(rows: readonly LedgerHead[]): Set<number> {
  const others = new Set(
    rows.filter((row) => isInitial(row) && !beginsInvoice(row)).map(({ entryNo }) => entryNo),
  );
  return new Set(rows.map(({ entryNo }) => entryNo).filter((entryNo) => !others.has(entryNo)));
}

/** @throws Problem for a row that cannot be read: which invoice it belongs to would be anybody's guess */
async function* readable<T>(pages: Pages<T>): AsyncGenerator<readonly T[], void, void> {
  for await (const { rows, unreadable } of pages) {
    const [first] = unreadable;
    if (first !== undefined) throw new Problem(first.reason.code, first.reason.params);
    yield rows;
  }
}
