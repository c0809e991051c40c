import type { UnreadableRow } from '@/utils/http/json';
import { addDays, dayIn } from '@/utils/payments/iso-date';
import { canBeInvoiceNumber, invoiceNumberLists } from './invoice-numbers';
import type { ListedInvoices, ReadByNumberOptions } from './number-groups';
import { allPages } from './pages';
import type { PostedInvoice } from './schemas';

const PAGE_SIZE = 1000;

/** A statement must have a first day: this one is before anything that is in the books. */
const LONG_AGO = '1990-01-01';

/**
 * Reads every bill that carries one of these numbers, of whatever vendor. The list of incoming invoices has no filter
 * for numbers. A statement of the ledger has, and names vouchers, by which the list can be asked, and vendors, which
 * the list does not tell.
 * @throws Problem when a request is refused
 */
export async function readBillsByNumber(
  { api, column, now }: ReadByNumberOptions,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<ListedInvoices> {
  const wanted = new Set(numbers.filter((number) => column.canHold(number)));
  const toDate = addDays(dayIn('UTC', now()), 366);
  const names = new Map<string, string>();
  const vouchers = new Set<string>();
  const unreadable: UnreadableRow[] = [];
  for (const values of column.lists([...wanted])) {
    const entries = await allPages(
      (paging) => api.statement({ fromDate: LONG_AGO, toDate, [column.filter]: values, ...paging }, signal),
      PAGE_SIZE,
    );
    for (const { VoucherId, VoucherNo, SupplierName } of entries.rows) {
      if (VoucherId != null && SupplierName != null) names.set(VoucherId, SupplierName);
      if (VoucherNo != null && canBeInvoiceNumber(VoucherNo)) vouchers.add(VoucherNo);
    }
    unreadable.push(...entries.unreadable);
  }
  const rows: PostedInvoice[] = [];
  for (const voucherNos of invoiceNumberLists([...vouchers])) {
    const bills = await allPages((paging) => api.invoices({ voucherNos, ...paging }, signal), PAGE_SIZE);
    for (const bill of bills.rows) {
      if (wanted.has(bill.InvoiceNo ?? '')) rows.push({ ...bill, SupplierName: names.get(bill.Id) });
    }
    unreadable.push(...bills.unreadable);
  }
  return { rows, unreadable };
}
