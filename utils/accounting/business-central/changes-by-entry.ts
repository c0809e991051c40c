import type { ChangePage } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { money } from '@/utils/payments/money';
import type { FindDocuments } from './find-documents';
import { possibleInvoices, type Ledger } from './ledger';
import type { LedgerEntry } from './ledger-entry';
import type { Resolve } from './resolve';
import { momentBefore } from './server-time';
import type { NumberField } from './to-accounting-invoice';
import { writeWatermark } from './watermark';

export interface ByEntryOptions {
  readonly ledger: Ledger;
  readonly findDocuments: FindDocuments;
  readonly resolve: Resolve;
  readonly field: NumberField;
  /** The highest detailed entry that was seen before. */
  readonly after: number;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

/**
 * Changes as the ledger shows them: every payment, application and what undoes them adds rows, whose numbers follow
 * the order in which they were committed. The ledger's end is found before its rows are read and is the watermark:
 * rows beyond it are for the next run.
 */
export async function* changesByEntry(
  { ledger, findDocuments, resolve, field, after, now }: ByEntryOptions,
  signal: AbortSignal,
): AsyncGenerator<ChangePage, void, void> {
  const { entryNo, rows, answer } = await ledger.newest(after, signal);
  const told = new Set<number>();
  const pages = rows === null ? ledger.between(after, entryNo, signal) : [rows];
  for await (const page of pages) {
    const due = [...possibleInvoices(page)].filter((each) => !told.has(each));
    for (const each of due) told.add(each);
    const entries = await ledger.invoices(due, signal);
    const numbers = new Set(entries.map(({ documentNumber }) => documentNumber));
    const found = await findDocuments(numbers, signal);
    const { page: resolved } = await resolve(found, signal, entries);
    const known = new Set([...found.documents, ...found.unreadable].map(({ number }) => number));
    const without = field === 'number' ? entries.filter((each) => !known.has(each.documentNumber)) : [];
    yield { ...resolved, invoices: [...resolved.invoices, ...without.map(onlyInLedger)], watermark: null };
  }
  const watermark = writeWatermark({ at: momentBefore(answer, now()), entryNo, seen: new Map() });
  yield { invoices: [], unreadable: [], watermark };
}

/** An invoice that was entered through a journal has no document, and the ledger does not tell its currency. */
function onlyInLedger({ entryNo, documentNumber, accountNumber }: LedgerEntry): AccountingInvoice {
  // What ISO 4217 writes where no currency is meant.
  const currency = 'XXX';
  return {
    id: `ledger-entry-${entryNo}`,
    number: documentNumber,
    kind: 'invoice',
    ledger: 'receivable',
    state: 'posted',
    customerNumber: accountNumber,
    currency,
    total: money(0, currency),
    settlements: [],
    remaining: null,
    closedOn: null,
    notes: ['onlyInLedger'],
  };
}
