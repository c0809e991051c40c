import type { ChangePage, ChangeQuery } from '@/utils/accounting/source';
import { booleanLiteral, compare, dayLiteral, textLiteral } from '@/utils/accounting/odata/filter';
import { reason } from '@/utils/payments/reason';
import type { NavApi } from './api';
import { readCeiling } from './ceiling';
import { changedEntries } from './changed-entries';
import type { InvoiceReader, Known, ReadInvoices } from './invoice-reader';
import { ledgerPages, type LedgerQuery } from './ledger-pages';
import { readOpenDocuments } from './open-documents';
import type { DetailedEntry } from './schemas';
import { unreadableBy } from './unreadable';
import { advance, numberedStart, watermarkOf } from './watermark';

/** Ledger entries looked at together: enough to fill addresses, and few enough to be held at once. */
const BATCH = 1000;

export interface ChangesOptions {
  readonly api: NavApi;
  readonly reader: InvoiceReader;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

/**
 * Invoices whose payment information changed. Every change of an account adds detailed entries, whatever day
 * it is posted on, so a watermark is the number of the last one. A day has no number: from it on come what was posted
 * since, every invoice open now, and all that was entered after the newest mark before it.
 * @throws Problem
 */
export async function* readChanges(
  query: ChangeQuery,
  { api, reader, now }: ChangesOptions,
  signal: AbortSignal,
): AsyncGenerator<ChangePage, void, void> {
  const start = numberedStart(query);
  const ceiling = await readCeiling(api, start.after ?? 0, now, signal);
  const toldEntries = new Set<number>();
  const toldNumbers = new Set<string>();
  const upTo = ceiling.entryNo;

  if (start.after !== null && upTo > start.after) yield* changed({ where: [], after: start.after, upTo });
  if (query.from === 'day') {
    yield* changed({ where: [compare('Posting_Date', 'ge', dayLiteral(query.day))], upTo });
    yield* open();
  }
  const mayHaveMissed = query.from === 'day' && !start.isWhole;
  yield {
    invoices: [],
    unreadable: [],
    watermark: advance(watermarkOf(query), ceiling),
    notes: mayHaveMissed ? [reason('navBackDatedOlder', { day: { day: query.day } })] : [],
  };

  async function* changed(span: LedgerQuery): AsyncGenerator<ChangePage, void, void> {
    let batch = new Map<number, DetailedEntry[]>();
    for await (const page of ledgerPages(api.detailed, span, signal)) {
      for (const [entryNo, rows] of changedEntries(page, api)) {
        if (!toldEntries.has(entryNo)) batch.set(entryNo, onePerNo([...(batch.get(entryNo) ?? []), ...rows]));
      }
      if (batch.size < BATCH) continue;
      yield await read(batch);
      batch = new Map();
    }
    if (batch.size > 0) yield await read(batch);
  }

  async function read(rows: ReadonlyMap<number, readonly DetailedEntry[]>): Promise<ChangePage> {
    for (const entryNo of rows.keys()) toldEntries.add(entryNo);
    const { entries, unreadable } = await reader.entries(new Set(rows.keys()), signal);
    const found = await reader.ofEntries(entries, { rows, documents: new Map() }, signal);
    return tell({ ...found, unreadable: [...unreadable, ...found.unreadable] });
  }

  async function* open(): AsyncGenerator<ChangePage, void, void> {
    const where = [
      compare('Open', 'eq', booleanLiteral(true)),
      compare('Document_Type', 'eq', textLiteral('Invoice')),
    ];
    let documents: Known['documents'] | undefined;
    for await (const page of ledgerPages(api.entries, { where }, signal)) {
      const untold = page.rows.filter(({ Entry_No }) => !toldEntries.has(Entry_No));
      if (untold.length > 0) documents ??= await readOpenDocuments(api, signal);
      const known: Known = { rows: new Map(), documents: documents ?? new Map() };
      const found = await reader.ofEntries(untold, known, signal);
      yield tell({
        ...found,
        unreadable: [...unreadableBy(page.unreadable, reader.entryColumn), ...found.unreadable],
      });
    }
  }

  /** A number that came with an earlier page came complete; what changed since is for the next run. */
  function tell({ invoices, unreadable }: ReadInvoices): ChangePage {
    const isNew = ({ number }: { readonly number: string }): boolean => !toldNumbers.has(number);
    const page = { invoices: invoices.filter(isNew), unreadable: unreadable.filter(isNew), watermark: null };
    for (const { number } of [...page.invoices, ...page.unreadable])
      if (number !== '') toldNumbers.add(number);
    return page;
  }
}

/** A row may have come twice, and counts once. */
function onePerNo(rows: readonly DetailedEntry[]): DetailedEntry[] {
  return [...new Map(rows.map((row) => [row.Entry_No, row])).values()];
}
