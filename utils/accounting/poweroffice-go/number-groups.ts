import { ExactNumber } from '@/utils/http/exact-number';
import type { UnreadableRow } from '@/utils/http/json';
import type { Reason } from '@/utils/payments/reason';
import type { PowerOfficeApi } from './api';
import { canBeInvoiceNumber, invoiceNumberLists } from './invoice-numbers';
import { allPages } from './pages';
import type { OutgoingInvoice } from './schemas';
import type { NumberedInvoice } from './to-accounting-invoice';

const PAGE_SIZE = 1000;

/** Numbers are shown to people, and a malformed row may hold anything. */
const NUMBER_LENGTH = 40;

/** Rows as the API listed them, readable or not. */
export interface ListedInvoices {
  readonly rows: readonly OutgoingInvoice[];
  readonly unreadable: readonly UnreadableRow[];
}

/** An invoice that could not be read; its number is empty where the row does not tell. */
interface Unreadable {
  readonly number: string;
  readonly reason: Reason;
}

/** All invoices of some numbers. A number of which one invoice cannot be read is unreadable as a whole. */
export interface NumberGroups {
  readonly invoices: readonly NumberedInvoice[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads every invoice that carries one of these numbers, in as few requests as addresses allow. Numbers that
 * cannot exist in PowerOffice Go are not asked for.
 * @throws Problem when a request is refused
 */
export async function readByNumber(
  api: Pick<PowerOfficeApi, 'outgoingInvoices'>,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<ListedInvoices> {
  const wanted = new Set(numbers.filter(canBeInvoiceNumber));
  const rows: OutgoingInvoice[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const invoiceNos of invoiceNumberLists([...wanted])) {
    const list = await allPages(
      (paging) => api.outgoingInvoices({ invoiceNos, ...paging }, signal),
      PAGE_SIZE,
    );
    rows.push(...list.rows.filter(({ InvoiceNo }) => wanted.has(InvoiceNo ?? '')));
    unreadable.push(...list.unreadable);
  }
  return { rows, unreadable };
}

/**
 * Puts together what several lists say of the same numbers; a later list is the fresher one. Rows without a number
 * are drafts and left out, whatever else is wrong with them.
 */
export function numberGroups(...lists: readonly ListedInvoices[]): NumberGroups {
  const unreadable: Unreadable[] = [];
  const failed = new Set<string>();
  for (const { value, reason } of lists.flatMap((list) => list.unreadable)) {
    const number = numberIn(value);
    if (number === null || failed.has(number)) continue;
    if (number !== '') failed.add(number);
    unreadable.push({ number, reason });
  }
  const byId = new Map<string, NumberedInvoice>();
  for (const row of lists.flatMap((list) => list.rows)) {
    if (isNumbered(row) && !failed.has(row.InvoiceNo)) byId.set(row.Id, row);
  }
  return { invoices: [...byId.values()], unreadable };
}

export function isNumbered(row: OutgoingInvoice): row is NumberedInvoice {
  return row.InvoiceNo != null;
}

/** The invoice number of a malformed row: empty where it cannot be told, null where the row has none. */
function numberIn(row: unknown): string | null {
  if (typeof row !== 'object' || row === null) return '';
  const number: unknown = 'InvoiceNo' in row ? row.InvoiceNo : null;
  if (number == null) return null;
  if (number instanceof ExactNumber) return number.text.slice(0, NUMBER_LENGTH);
  return typeof number === 'string' ? number.slice(0, NUMBER_LENGTH) : '';
}
