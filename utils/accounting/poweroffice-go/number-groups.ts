import { ExactNumber } from '@/utils/http/exact-number';
import type { UnreadableRow } from '@/utils/http/json';
import type { Reason } from '@/utils/payments/reason';
import type { PowerOfficeApi } from './api';
import { numberOf, type NumberColumn } from './number-column';
import { allPages } from './pages';
import type { PostedInvoice } from './schemas';

const PAGE_SIZE = 1000;

/** Numbers are shown to people, and a malformed row may hold anything. */
const NUMBER_LENGTH = 40;

/** An invoice with the number that Manage knows it by. */
export interface NumberedInvoice {
  readonly number: string;
  readonly row: PostedInvoice;
}

/** Rows as the API listed them, readable or not. */
export interface ListedInvoices {
  readonly rows: readonly PostedInvoice[];
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

export interface ReadByNumberOptions {
  readonly api: PowerOfficeApi;
  /** Where an invoice holds Manage's number. */
  readonly column: NumberColumn;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Reads every invoice that carries one of these numbers, in as few requests as addresses allow. Numbers that
 * their column in PowerOffice Go cannot hold are not asked for.
 * @throws Problem when a request is refused
 */
export async function readByNumber(
  { api, column }: Pick<ReadByNumberOptions, 'api' | 'column'>,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<ListedInvoices> {
  const wanted = new Set(numbers.filter((number) => column.canHold(number)));
  const rows: PostedInvoice[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const values of column.lists([...wanted])) {
    const list = await allPages(
      (paging) => api.invoices({ [column.filter]: values, ...paging }, signal),
      PAGE_SIZE,
    );
    rows.push(...list.rows.filter((row) => wanted.has(numberOf(row, column) ?? '')));
    unreadable.push(...list.unreadable);
  }
  return { rows, unreadable };
}

/**
 * Puts together what several lists say of the same numbers; a later list is the fresher one. Rows without a number
 * are drafts and left out, whatever else is wrong with them.
 */
export function numberGroups(lists: readonly ListedInvoices[], column: NumberColumn): NumberGroups {
  const unreadable: Unreadable[] = [];
  const failed = new Set<string>();
  for (const { value, reason } of lists.flatMap((list) => list.unreadable)) {
    const number = numberIn(value, column);
    if (number === null || failed.has(number)) continue;
    if (number !== '') failed.add(number);
    unreadable.push({ number, reason });
  }
  const byId = new Map<string, NumberedInvoice>();
  for (const row of lists.flatMap((list) => list.rows)) {
    const number = numberOf(row, column);
    if (number !== null && !failed.has(number)) byId.set(row.Id, { number, row });
  }
  return { invoices: [...byId.values()], unreadable };
}

/** The number of a malformed row: empty where it cannot be told, null where the row has none. */
function numberIn(row: unknown, { name }: NumberColumn): string | null {
  if (typeof row !== 'object' || row === null) return '';
  const isDraft = Reflect.get(row, 'InvoiceNo') == null;
  const number: unknown = Reflect.get(row, name);
  if (isDraft || number == null || number === '') return null;
  if (number instanceof ExactNumber) return number.text.slice(0, NUMBER_LENGTH);
  return typeof number === 'string' ? number.slice(0, NUMBER_LENGTH) : '';
}
