import { ExactNumber } from '@/utils/http/exact-number';
import type { UnreadableRow } from '@/utils/http/json';
import type { ChangePage } from '@/utils/accounting/source';

/** Invoices that could not be read, by number, which is empty where even that could not be told. */
export type UnreadableInvoices = ChangePage['unreadable'];

/** Such rows as invoices that could not be read, with the number in this column. */
export function unreadableBy(rows: readonly UnreadableRow[], column: string): UnreadableInvoices {
  return rows.map((row) => ({ number: textIn(row, column), reason: row.reason }));
}

/** The whole number in a column of a row that could not be read as a whole; null where that cannot be read either. */
export function numberIn({ value }: UnreadableRow, column: string): number | null {
  const found = valueIn(value, column);
  const number = found instanceof ExactNumber ? Number(found.text) : NaN;
  return Number.isSafeInteger(number) ? number : null;
}

function textIn({ value }: UnreadableRow, column: string): string {
  const found = valueIn(value, column);
  return typeof found === 'string' ? found : '';
}

function valueIn(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null && Object.hasOwn(row, column)
    ? (row as Record<string, unknown>)[column]
    : undefined;
}
