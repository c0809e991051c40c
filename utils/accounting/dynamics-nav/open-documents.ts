import { allOf, booleanLiteral, compare } from '@/utils/accounting/odata/filter';
import { isTooMuch } from '@/utils/accounting/odata/is-too-much';
import type { NavApi } from './api';
import type { PostedInvoice } from './schemas';

/**
 * The posted invoices that are not closed, by number, in pages instead of by name. Whether a document is closed is
 * looked up by the server row by row, so a slow one may refuse: then nothing is known, and whoever needs documents asks
 * for them by name.
 */
export async function readOpenDocuments(
  { invoices }: Pick<NavApi, 'invoices'>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PostedInvoice>> {
  const documents = new Map<string, PostedInvoice>();
  try {
    const filter = allOf(compare('Closed', 'eq', booleanLiteral(false)));
    for await (const { rows } of invoices.pages({ filter }, signal)) {
      for (const row of rows) documents.set(row.No, row);
    }
  } catch (error) {
    if (!isTooMuch(error)) throw error;
  }
  return documents;
}
