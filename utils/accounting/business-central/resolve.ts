import type { ChangePage } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { agreeingEntry } from './agreeing-entry';
import type { BusinessCentralApi } from './api';
import { readDocuments, type Documents } from './documents';
import type { FindEntries } from './find-entries';
import type { Ledger } from './ledger';
import type { LedgerEntry } from './ledger-entry';
import type { InvoiceDocument } from './schemas';
import type { SeenAmounts } from './seen-amounts';
import {
  amountsOf,
  byLedger,
  byRemaining,
  doubtful,
  ended,
  isLive,
  numberOf,
  type NumberField,
} from './to-accounting-invoice';

export interface ResolverOptions {
  readonly api: BusinessCentralApi;
  /** Null where it cannot be read. */
  readonly ledger: Ledger | null;
  readonly findEntries: FindEntries | null;
  readonly seen: SeenAmounts;
  /** Which field of an invoice holds the number that Manage knows. */
  readonly field: NumberField;
}

/**
 * Turns invoices into the domain's terms, with the ledger entries read already if there are any.
 * @throws Problem when something cannot be read at all
 */
export type Resolve = (
  found: Documents,
  signal: AbortSignal,
  entries?: readonly LedgerEntry[],
) => Promise<{
  readonly page: Omit<ChangePage, 'watermark'>;
  readonly documents: readonly InvoiceDocument[];
}>;

export function createResolver(options: ResolverOptions): Resolve {
  const { api, ledger, findEntries, seen, field } = options;

  /** Two invoices may bear the same number of Manage, and must be seen together. */
  async function withTwins(found: Documents, signal: AbortSignal): Promise<Documents> {
    if (field === 'number') return found;
    const numbers = found.documents.map((document) => numberOf(document, field));
    const all = await readDocuments(api, numbers, field, field, signal);
    const byId = new Map([...found.documents, ...all.documents].map((document) => [document.id, document]));
    return { documents: [...byId.values()], unreadable: [...found.unreadable, ...all.unreadable] };
  }

  function describe(document: InvoiceDocument, entries: readonly LedgerEntry[]): AccountingInvoice | null {
    if (!isLive(document)) return ended(document, field);
    if (ledger === null) return byRemaining(document, field, seen.take(document));
    if (!needsLedger(document)) return byRemaining(document, field, null);
    const entry = agreeingEntry(document, entries);
    return entry === null ? null : byLedger(document, entry, field);
  }

  /**
   * Looks again at invoices that do not agree with the ledger entries known of them: a payment may have been booked
   * between the two, or their number used before. What still does not agree is told as such.
   */
  async function again(
    doubted: readonly InvoiceDocument[],
    from: Ledger,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, AccountingInvoice>> {
    const numbers = doubted.map(({ number }) => number);
    const entries = await from.byNumber(numbers, signal);
    const inLedger = new Set(entries.map(({ documentNumber }) => documentNumber));
    const { documents } = await readDocuments(api, numbers, 'number', field, signal);
    return new Map(
      [...doubted, ...documents].map((document) => [
        document.id,
        describe(document, entries) ??
          doubtful(document, field, inLedger.has(document.number) ? 'splitInvoice' : 'notInLedger'),
      ]),
    );
  }

  return async (found, signal, known) => {
    const { documents, unreadable } = await withTwins(found, signal);
    const toRead = documents.filter((document) => isLive(document) && needsLedger(document));
    const entries =
      known ??
      (await findEntries?.(
        toRead.map(({ number }) => number),
        signal,
      )) ??
      [];
    const described = documents.map((document) => ({ document, invoice: describe(document, entries) }));
    const doubted = described.flatMap(({ document, invoice }) => (invoice === null ? [document] : []));
    const second = ledger === null || doubted.length === 0 ? null : await again(doubted, ledger, signal);
    const invoices = described.flatMap(({ document, invoice }) => invoice ?? second?.get(document.id) ?? []);
    const unread = new Set(unreadable.map(({ number }) => number));
    return {
      documents,
      page: { invoices: invoices.filter(({ number }) => !unread.has(number)), unreadable },
    };
  };
}

/** Of an invoice on which nothing is settled, as it says itself, the ledger has nothing to tell. */
function needsLedger(document: InvoiceDocument): boolean {
  return document.remainingAmount === undefined || amountsOf(document).settled.minor !== 0;
}
