import type { ListPage } from '@/utils/accounting/odata/client';
import type { HttpAnswer } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';
import type { Pages } from './api';
import type { LedgerHead } from './schemas';

/** Reads the ledger's rows above a number, so many at once. */
export type ReadAbove = (entryNo: number, pageSize: number) => Pages<LedgerHead>;

export interface NewestEntry {
  readonly entryNo: number;
  /** All rows above the number known before, where a single page holds them. */
  readonly rows: readonly LedgerHead[] | null;
  /** The first answer, which tells the server's time. */
  readonly answer: HttpAnswer;
}

/**
 * Finds the number of the newest detailed entry from `known` onwards, or a number that is surely not above it. Rows
 * come in an order nobody promises and cannot be asked for backwards, so the last number is searched for: by doubling
 * steps, then by halving, in a number of requests that grows with the logarithm of the ledger.
 */
export async function newestEntry(
  known: number,
  readAbove: ReadAbove,
  pageSize: number,
): Promise<NewestEntry> {
  const first = await above(known, pageSize);
  if (first.isLast) return { entryNo: highest(first.rows, known), rows: first.rows, answer: first.answer };

  let low = highest(first.rows, known);
  let step = pageSize;
  while (await exists(low + step)) {
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (high - low > pageSize) {
    const middle = Math.floor((low + high) / 2);
    if (await exists(middle)) low = middle;
    else high = middle;
  }
  const { rows } = await above(low, pageSize);
  return { entryNo: highest(rows, low), rows: null, answer: first.answer };

  async function exists(entryNo: number): Promise<boolean> {
    return (await above(entryNo, 1)).rows.length > 0;
  }

  /** The first page of the rows above a number. */
  async function above(entryNo: number, size: number): Promise<ListPage<LedgerHead>> {
    const pages = readAbove(entryNo, size);
    const page = await pages.next();
    await pages.return();
    if (page.done === true) throw new Problem('unexpected');
    const [unreadable] = page.value.unreadable;
    if (unreadable !== undefined) throw new Problem(unreadable.reason.code, unreadable.reason.params);
    return page.value;
  }
}

function highest(rows: readonly LedgerHead[], atLeast: number): number {
  return rows.reduce((most, { detailNo }) => Math.max(most, detailNo), atLeast);
}
