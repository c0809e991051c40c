import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { reason, type Reason } from '@/utils/payments/reason';
import type { NavApi } from './api';
import { groupBy } from './group-by';
import { isSure } from './join-entries';
import { joinNumbers, type NumberedFacts } from './join-numbers';
import { createKeyedReader } from './keyed-reader';
import { NUMBER_MAPS, type ManageNumberIn } from './number-map';
import { isKnownDocumentType } from './option-names';
import type { DetailedEntry, LedgerEntry, PostedInvoice } from './schemas';
import { accountsFor } from './settlements';
import { isInForce, toAccountingInvoice } from './to-accounting-invoice';
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
  readonly localCurrency: string;
  readonly manageNumberIn: ManageNumberIn;
}

/** Reads invoices as they stand now, each with everything that carries its number. */
export interface InvoiceReader {
  /** The invoices these ledger entries belong to; entries of another type are left out. @throws Problem */
  ofEntries(entries: readonly LedgerEntry[], known: Known, signal: AbortSignal): Promise<ReadInvoices>;
  /** The invoices with these numbers of Manage. @throws Problem */
  ofNumbers(numbers: readonly string[], signal: AbortSignal): Promise<ReadInvoices>;
  /** Ledger entries by their own numbers. @throws Problem */
  entries(
    entryNos: ReadonlySet<number>,
    signal: AbortSignal,
  ): Promise<{ readonly entries: readonly LedgerEntry[]; readonly unreadable: UnreadableInvoices }>;
}

export function createInvoiceReader({
  api,
  localCurrency,
  manageNumberIn,
}: InvoiceReaderOptions): InvoiceReader {
  const numberMap = NUMBER_MAPS[manageNumberIn];
  const read = {
    entries: createKeyedReader(api.entries),
    detailed: createKeyedReader(api.detailed),
    invoices: createKeyedReader(api.invoices),
  };

  async function entriesUnder(numbers: ReadonlySet<string>, signal: AbortSignal) {
    const { rows, unreadable } = await read.entries.byText('Document_No', numbers, signal);
    return {
      entries: groupBy(rows.filter(mayBeInvoice), ({ Document_No }) => Document_No),
      unreadable: unreadableBy(unreadable, 'Document_No'),
    };
  }

  async function documentsBy(
    column: 'No' | 'External_Document_No',
    values: Iterable<string>,
    signal: AbortSignal,
  ) {
    const { rows, unreadable } = await read.invoices.byText(column, values, signal);
    return { documents: rows, unreadable: unreadableBy(unreadable, numberMap.column) };
  }

  /** Rows are read only of entries of which more was settled than the known rows account for. */
  async function build(
    facts: NumberedFacts,
    knownRows: Known['rows'],
    unreadable: UnreadableInvoices,
    signal: AbortSignal,
  ): Promise<ReadInvoices> {
    const joined = joinNumbers(facts, numberMap, localCurrency);
    const unaccounted = joined.found.filter(
      (each) => isInForce(each) && !accountsFor(knownRows.get(each.entry.Entry_No) ?? [], each.entry),
    );
    const entryNos = new Set(unaccounted.map(({ entry }) => entry.Entry_No));
    const detailed = await read.detailed.byNumber('Cust_Ledger_Entry_No', entryNos, ROWS_EACH, signal);
    const rows = groupBy(detailed.rows, (row) => row.Cust_Ledger_Entry_No);
    const failedRows = new Map<number | null, Reason>(
      detailed.unreadable.map((row) => [numberIn(row, 'Cust_Ledger_Entry_No'), row.reason]),
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
          ...unreadableBy(unreadable, 'Document_No'),
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
      if (manageNumberIn === 'external-document-number') {
        // Another customer's invoice may have the same external number, and has not changed.
        const numbers = [...documents.values()].flatMap((each) => numberMap.inManage(each.No, each) ?? []);
        take(await documentsBy('External_Document_No', numbers, signal));
      }
      const unsure = new Set(
        [...byNumber.keys(), ...documents.keys()].filter(
          (no) =>
            numberMap.inManage(no, documents.get(no)) !== null &&
            !isSure(byNumber.get(no) ?? [], documents.get(no)),
        ),
      );
      const whole = await entriesUnder(unsure, signal);
      unreadable.push(...whole.unreadable);
      return build(
        { entries: new Map([...byNumber, ...whole.entries]), documents },
        known.rows,
        unreadable,
        signal,
      );
    },

    async ofNumbers(numbers, signal) {
      const askable = numbers.filter((number) => isAskable(number, numberMap.longest));
      const { documents, unreadable } = await documentsBy(numberMap.column, askable, signal);
      const nos = new Set([
        ...(manageNumberIn === 'number' ? askable : []),
        ...documents.map(({ No }) => No),
      ]);
      const whole = await entriesUnder(nos, signal);
      const facts = { entries: whole.entries, documents: new Map(documents.map((each) => [each.No, each])) };
      return build(facts, new Map(), [...unreadable, ...whole.unreadable], signal);
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
