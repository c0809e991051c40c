import type { UnreadableRow } from '@/utils/http/json';
import type { Listed, Query } from './api';

/** A page and whether it is the last one. */
export interface Page<T> extends Listed<T> {
  readonly last: boolean;
}

/**
 * Reads a list page by page until one has fewer rows than asked for: the one sign of the end that is documented.
 * A list whose last page is full therefore ends with an empty page.
 */
export async function* pages<T>(
  ask: (paging: Query) => Promise<Listed<T>>,
  pageSize: number,
): AsyncGenerator<Page<T>> {
  for (let number = 1; ; number += 1) {
    const page = await ask({ PageNumber: String(number), PageSize: String(pageSize) });
    const last = page.count < pageSize;
    yield { ...page, last };
    if (last) return;
  }
}

/** All pages of a list at once, for lists known to be short enough. */
export async function allPages<T>(
  ask: (paging: Query) => Promise<Listed<T>>,
  pageSize: number,
): Promise<{ readonly rows: readonly T[]; readonly unreadable: readonly UnreadableRow[] }> {
  const rows: T[] = [];
  const unreadable: UnreadableRow[] = [];
  for await (const page of pages(ask, pageSize)) {
    rows.push(...page.rows);
    unreadable.push(...page.unreadable);
  }
  return { rows, unreadable };
}
