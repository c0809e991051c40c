import type { BusinessCentralApi } from './api';
import { changedInvoiceFilters, INVOICE_PAGE_SIZE } from './changed-invoice-lists';
import { readDocuments, type Documents } from './documents';
import { FEW_NAMED } from './few-named';
import type { InvoiceDocument } from './schemas';
import { isPosted, numberOf, type NumberField } from './to-accounting-invoice';

export interface FindDocumentsOptions {
  readonly api: BusinessCentralApi;
  readonly field: NumberField;
  /** Epoch ms by the server's clock: when the last run had seen everything. */
  readonly since: number;
}

/** Finds posted invoices by their own numbers. @throws Problem */
export type FindDocuments = (numbers: ReadonlySet<string>, signal: AbortSignal) => Promise<Documents>;

/**
 * Invoices for one run that follows the ledger. A few are asked for by name. From so many on, the lists that hold what
 * may have changed are read instead, once and page by page: every open invoice, and each whose status changed since.
 * What is on neither, as where something was booked that left a closed invoice closed, is named all the same.
 */
export function createFindDocuments({ api, field, since }: FindDocumentsOptions): FindDocuments {
  let named = 0;
  let listed: ReadonlyMap<string, InvoiceDocument> | undefined;

  async function readLists(signal: AbortSignal): Promise<ReadonlyMap<string, InvoiceDocument>> {
    const documents = new Map<string, InvoiceDocument>();
    for (const filter of changedInvoiceFilters(since)) {
      // From the server itself: a replica may be older than the ledger's rows. What cannot be read is named later.
      for await (const { rows } of api.documents({ filter, pageSize: INVOICE_PAGE_SIZE }, signal)) {
        for (const row of rows) if (isPosted(row)) documents.set(row.number, row);
      }
    }
    return documents;
  }

  return async (numbers, signal) => {
    if (listed === undefined && named + numbers.size <= FEW_NAMED) {
      named += numbers.size;
      return readDocuments(api, numbers, 'number', field, signal);
    }
    const known = (listed ??= await readLists(signal));
    const found = [...numbers].flatMap((number) => known.get(number) ?? []);
    const missing = [...numbers].filter((number) => !known.has(number));
    const others = await readDocuments(api, missing, 'number', field, signal);
    const documents = found.filter((document) => numberOf(document, field) !== '');
    return { documents: [...documents, ...others.documents], unreadable: others.unreadable };
  };
}
