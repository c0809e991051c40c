import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { reason, type Reason } from '@/utils/payments/reason';
import type { NavApi, NavConnection } from './api';
import { groupBy } from './group-by';
import { isSure } from './join-entries';
import { joinNumbers, type NumberedFacts } from './join-numbers';
import { createKeyedReader } from './keyed-reader';
import { numberMapOf } from './number-map';
import { isKnownDocumentType } from './option-names';
import type { DetailedEntry, LedgerEntry, PostedInvoice } from './schemas';
import { accountsFor } from './settlements';
import { isInForce, toAccountingInvoice, type NavBooks } from './to-accounting-invoice';
import { numberIn, unreadableBy, type UnreadableInvoices } from './unreadable';

/** Detailed rows an entry has as a rule: its own, a payment's, and what an exchange rate makes of it. */
const ROWS_EACH = 4;

export interface ReadInvoices {
  readonly invoices: readonly AccountingInvoice[];
  readonly unreadable: UnreadableInvoices;
}

/** What is known already and need not be asked for again. */
export interface Known {
  /** Detailed rows by ledger entry; not all of an entry's need be here. */
  readonly rows: ReadonlyMap<number, readonly DetailedEntry[]>;
  readonly documents: ReadonlyMap<string, PostedInvoice>;
}

export interface InvoiceReaderOptions {
  readonly api: NavApi;
  readonly connection: Pick<NavConnection, 'localCurrency' | 'matching'>;
}

/** Reads invoices as they stand now, each with everything that carries its number. */
export interface InvoiceReader {
  /** The invoices these ledger entries belong to; entries of another type are left out. @throws Problem */
  ofEntries(entries: readonly LedgerEntry[], known: Known, signal: AbortSignal): Promise<ReadInvoices>;
  /** The invoices with these numbers of Manage. @throws Problem */
  ofNumbers(numbers: readonly string[], signal: AbortSignal): Promise<ReadInvoices>;
  /** The column of a ledger entry that names an invoice which cannot be read. */
  readonly entryColumn: string;
  /** Ledger entries by their own numbers. @throws Problem */
  entries(
    entryNos: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<{ readonly entries: readonly LedgerEntry[]; readonly unreadable: UnreadableInvoices }>;
}

export function createInvoiceReader({ api, connection }: InvoiceReaderOptions): InvoiceReader {
  const { ledger } = api.pages;
  const numberMap = numberMapOf(ledger, connection.matching);
  const books: NavBooks = { ledger, localCurrency: connection.localCurrency };
  const entryColumn = api.entries.column(numberMap.entry ?? 'Document_No');
  const read = {
    entries: createKeyedReader(api.entries),
    detailed: createKeyedReader(api.detailed),
    invoices: createKeyedReader(api.invoices),
  };

  async function entriesUnder(nos: ReadonlySet<string>, wanted: ReadonlySet<string>, signal: AbortSignal) {
    const { rows, unreadable } = await read.entries.byText('Document_No', nos, signal);
    // A customer's entry is named by the invoice's own number here, under which there is but one.
    const isAnothers = (number: string): boolean =>
      ledger === 'payable' && number !== '' && !wanted.has(number.trim());
    return {
      entries: groupBy(rows.filter(mayBeInvoice), ({ Document_No }) => Document_No),
      unreadable: unreadableBy(unreadable, entryColumn).filter(({ number }) => !isAnothers(number)),
    };
  }

  /** Bills by the vendor's own number, which the ledger has as well. */
  async function entriesOfVendors(numbers: Iterable<string>, signal: AbortSignal) {
    if (numberMap.entry !== 'External_Document_No') return { entries: [], unreadable: [] };
    const { rows, unreadable } = await read.entries.byText(numberMap.entry, numbers, signal);
    return { entries: rows.filter(mayBeInvoice), unreadable: unreadableBy(unreadable, entryColumn) };
  }

  async function documentsBy(
    column: 'No' | 'External_Document_No',
    values: Iterable<string>,
    signal: AbortSignal,
  ) {
    const { rows, unreadable } = await read.invoices.byText(column, values, signal);
    return { documents: rows, unreadable: unreadableBy(unreadable, api.invoices.column(numberMap.document)) };
  }

  /** Rows are read only of entries of which more was settled than the known rows account for. */
  async function build(
    facts: NumberedFacts,
    wanted: ReadonlySet<string>,
    knownRows: Known['rows'],
    unreadable: UnreadableInvoices,
    signal: AbortSignal,
  ): Promise<ReadInvoices> {
    const joined = joinNumbers(facts, wanted, numberMap, books);
    const unaccounted = joined.found.filter(
      (each) => isInForce(each) && !accountsFor(knownRows.get(each.entry.Entry_No) ?? [], each.entry),
    );
    const entryNos = new Set(unaccounted.map(({ entry }) => entry.Entry_No));
    const detailed = await read.detailed.byNumber('Ledger_Entry_No', entryNos, ROWS_EACH, signal);
    const rows = groupBy(detailed.rows, (row) => row.Ledger_Entry_No);
    const failedRows = new Map<number | null, Reason>(
      detailed.unreadable.map((row) => [numberIn(row, api.detailed.column('Ledger_Entry_No')), row.reason]),
    );
    const failures = [...unreadable, ...joined.unreadable];
    const invoices = [...joined.doubtful];
    for (const each of joined.found) {
      const { Entry_No } = each.entry;
      const failed = failedRows.get(Entry_No);
      const invoice = failed
        ? { unreadable: failed }
        : toAccountingInvoice({ ...each, rows: rows.get(Entry_No) ?? knownRows.get(Entry_No) ?? [] });
      if ('unreadable' in invoice) failures.push({ number: each.number, reason: invoice.unreadable });
      else invoices.push(invoice);
    }
    const failed = onePerNumber(failures);
    const unclear = new Set(failed.map(({ number }) => number));
    return { invoices: invoices.filter(({ number }) => !unclear.has(number)), unreadable: failed };
  }

  return {
    entryColumn,

    async entries(entryNos, signal) {
      const { rows, unreadable } = await read.entries.byNumber('Entry_No', entryNos, 1, signal);
      const seen = new Set([
        ...rows.map(({ Entry_No }) => Entry_No),
        ...unreadable.map((row) => numberIn(row, 'Entry_No')),
      ]);
      // Compressing old entries deletes them: what they were of is not known, and never taken for paid.
      const missing = [...entryNos].filter((entryNo) => !seen.has(entryNo));
      return {
        entries: rows,
        unreadable: [
          ...unreadableBy(unreadable, entryColumn),
          ...missing.map((no) => ({ number: '', reason: reason('navEntryMissing', { entry: String(no) }) })),
        ],
      };
    },

    async ofEntries(entries, known, signal) {
      const byNumber = groupBy(entries.filter(mayBeInvoice), ({ Document_No }) => Document_No);
      const documents = new Map<string, PostedInvoice>();
      const toAsk = new Set<string>();
      for (const no of byNumber.keys()) {
        const document = known.documents.get(no);
        if (document === undefined) toAsk.add(no);
        else documents.set(no, document);
      }
      const unreadable: UnreadableInvoices[number][] = [];
      const take = (list: Awaited<ReturnType<typeof documentsBy>>): void => {
        for (const document of list.documents) documents.set(document.No, document);
        unreadable.push(...list.unreadable);
      };
      take(await documentsBy('No', toAsk, signal));
      const wanted = new Set(
        [...byNumber].flatMap(([no, ofNumber]) =>
          ofNumber.flatMap((entry) => numberMap.inManage(no, documents.get(no), entry) ?? []),
        ),
      );
      // Another's invoice may have the same external number, and has not changed.
      if (ledger === 'payable') {
        const twins = await entriesOfVendors(wanted, signal);
        unreadable.push(...twins.unreadable);
        const others = twins.entries.filter(({ Document_No }) => !byNumber.has(Document_No));
        for (const [no, same] of groupBy(others, ({ Document_No }) => Document_No)) byNumber.set(no, same);
        take(await documentsBy('No', new Set(others.map(({ Document_No }) => Document_No)), signal));
      } else if (numberMap.document === 'External_Document_No') {
        const numbers = [...documents.values()].flatMap(
          (each) => numberMap.inManage(each.No, each, undefined) ?? [],
        );
        take(await documentsBy('External_Document_No', numbers, signal));
      }
      const unsure = new Set(
        [...byNumber.keys(), ...documents.keys()].filter((no) => {
          const ofNumber = byNumber.get(no) ?? [];
          const document = documents.get(no);
          return numberMap.inManage(no, document, ofNumber[0]) !== null && !isSure(ofNumber, document);
        }),
      );
      const whole = await entriesUnder(unsure, wanted, signal);
      unreadable.push(...whole.unreadable);
      return build(
        { entries: new Map([...byNumber, ...whole.entries]), documents },
        wanted,
        known.rows,
        unreadable,
        signal,
      );
    },

    async ofNumbers(numbers, signal) {
      const askable = numbers.filter((number) => isAskable(number, numberMap.longest));
      const [listed, ofVendors] = await Promise.all([
        documentsBy(numberMap.document, askable, signal),
        entriesOfVendors(askable, signal),
      ]);
      const documents = new Map(listed.documents.map((each) => [each.No, each]));
      const nos = new Set([
        ...(numberMap.document === 'No' ? askable : []),
        ...documents.keys(),
        ...ofVendors.entries.map(({ Document_No }) => Document_No),
      ]);
      const others = ofVendors.entries
        .map(({ Document_No }) => Document_No)
        .filter((no) => !documents.has(no));
      const more = await documentsBy('No', new Set(others), signal);
      for (const each of more.documents) documents.set(each.No, each);
      const wanted = new Set(askable.map((number) => number.trim()));
      const whole = await entriesUnder(nos, wanted, signal);
      const unreadable = [listed, ofVendors, more, whole].flatMap((each) => each.unreadable);
      return build({ entries: whole.entries, documents }, wanted, new Map(), unreadable, signal);
    },
  };
}

/** An entry of a type that is not known may be one as well, and is to be told of. */
function mayBeInvoice({ Document_Type, Document_No }: LedgerEntry): boolean {
  return Document_No !== '' && (Document_Type === 'Invoice' || !isKnownDocumentType(Document_Type));
}

/** Control characters cannot stand in an address. */
function isAskable(number: string, longest: number): boolean {
  return number.trim() !== '' && number.length <= longest && !/\p{Cc}/u.test(number);
}

function onePerNumber(unreadable: UnreadableInvoices): UnreadableInvoices {
  const numbers = new Set<string>();
  return unreadable.filter(({ number }) => {
    if (number === '') return true;
    const isNew = !numbers.has(number);
    numbers.add(number);
    return isNew;
  });
}
