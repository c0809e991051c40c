import { allOf, compare, instantLiteral, textLiteral, type Filter } from '@/utils/accounting/odata/filter';
import { OVERLAP_MINUTES } from './server-time';

/** What remains is reckoned row by row, so a page must not be so large that the server takes minutes for it. */
export const INVOICE_PAGE_SIZE = 1000;

/** Every invoice of which something remains to be paid. */
export const OPEN_INVOICES = allOf(compare('status', 'eq', textLiteral('Open')));

/**
 * The two lists on which every invoice is whose payment may have changed since a moment (epoch ms by the server's
 * clock), to be read one after the other: `or` between the two fields would be refused. A payment of part of an invoice
 * leaves it open and does not move its time stamp; closing, re-opening and cancelling do.
 */
export function changedInvoiceFilters(since: number): readonly [open: Filter, changed: Filter] {
  const from = instantLiteral(Math.max(0, since - OVERLAP_MINUTES * 60_000));
  return [OPEN_INVOICES, allOf(compare('lastModifiedDateTime', 'gt', from))];
}
