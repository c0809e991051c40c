import type { ChangePage } from '@/utils/accounting/source';
import type { Filter } from '@/utils/accounting/odata/filter';
import type { BusinessCentralApi } from './api';
import { changedInvoiceFilters, INVOICE_PAGE_SIZE, OPEN_INVOICES } from './changed-invoice-lists';
import { documentsOf } from './documents';
import type { Ledger } from './ledger';
import type { Resolve } from './resolve';
import type { InvoiceDocument } from './schemas';
import type { SeenAmounts } from './seen-amounts';
import { momentBefore } from './server-time';
import type { NumberField } from './to-accounting-invoice';
import { writeWatermark } from './watermark';

export interface ByInvoiceOptions {
  readonly api: BusinessCentralApi;
  readonly ledger: Ledger | null;
  readonly resolve: Resolve;
  readonly seen: SeenAmounts;
  readonly field: NumberField;
  /** Epoch ms by the server's clock; null for everything there ever was. */
  readonly since: number | null;
  /** Whether open invoices of which as much is settled as when they were last seen can be passed over. */
  readonly onlyChanged: boolean;
  /** A detailed entry known before, from which to search for the newest. */
  readonly knownEntry: number;
  /** Epoch ms by this computer's clock. */
  readonly now: () => number;
}

/**
 * Changes as the invoices themselves show them, by two lists: a payment of part of an invoice does not move its time
 * stamp, so that every open invoice is looked at; and whatever closed, re-opened or cancelled an invoice does, however
 * far back it was posted. Nothing is safe before the end.
 */
export async function* changesByInvoice(
  options: ByInvoiceOptions,
  signal: AbortSignal,
): AsyncGenerator<ChangePage, void, void> {
  const { api, ledger, resolve, seen, field, since, onlyChanged, knownEntry, now } = options;
  const told = new Map<string, string>();
  // Before anything else is read: what is booked while invoices are read is for the next run.
  const newest = await ledger?.newest(knownEntry, signal);
  let at = newest === undefined ? null : momentBefore(newest.answer, now());

  for (const filter of filters(since)) {
    const isOpenList = filter === OPEN_INVOICES;
    const reading = { pageSize: INVOICE_PAGE_SIZE, fromReplica: ledger === null, ...(filter && { filter }) };
    for await (const page of api.documents(reading, signal)) {
      at ??= momentBefore(page.answer, now());
      const { documents, unreadable } = documentsOf(page, field, api);
      const due = documents.filter((document) => {
        if (told.get(document.id) === fingerprint(document)) return false;
        if (!isOpenList || !onlyChanged || seen.hasChanged(document)) return true;
        seen.take(document);
        return false;
      });
      const resolved = await resolve({ documents: due, unreadable }, signal);
      for (const document of resolved.documents) told.set(document.id, fingerprint(document));
      yield { ...resolved.page, watermark: null };
    }
  }

  const watermark =
    at === null ? null : writeWatermark({ at, entryNo: newest?.entryNo ?? null, seen: seen.result() });
  yield { invoices: [], unreadable: [], watermark };
}

/** The lists to read, one after the other. */
function filters(since: number | null): readonly (Filter | undefined)[] {
  return since === null ? [undefined] : changedInvoiceFilters(since);
}

/** An invoice that comes with both lists is told once, unless it changed between them. */
function fingerprint({ status, remainingAmount }: InvoiceDocument): string {
  return `${status} ${remainingAmount}`;
}
