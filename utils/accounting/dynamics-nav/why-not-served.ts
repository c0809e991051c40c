import { reason, type Reason } from '@/utils/payments/reason';
import type { PublishedServices } from './metadata';
import { PAGE_KEYS, PAGES, type PageKey } from './pages';

/**
 * Why a page is not published under its name with the columns that are read; null where it is. One that is published
 * under another page, or under another name, is recognised by its columns.
 */
export function whyNotServed(page: PageKey, service: string, published: PublishedServices): Reason | null {
  const { title, columns } = PAGES[page];
  const found = published.get(service);
  if (found === undefined) {
    const other = [...published].find(([, theirs]) => hasAll(theirs, columns))?.[0];
    return other === undefined
      ? reason('navServiceMissing', { service, page: title })
      : reason('navServiceNamedOtherwise', { service, page: title, other });
  }
  if (hasAll(found, columns)) return null;
  const actual = PAGE_KEYS.find((key) => hasAll(found, PAGES[key].columns));
  if (actual !== undefined) {
    return reason('navOtherPage', { service, page: title, actual: PAGES[actual].title });
  }
  const missing = columns.filter((column) => !found.has(column));
  return reason('navColumnsMissing', { service, page: title, columns: missing.join(', ') });
}

function hasAll(found: ReadonlySet<string>, columns: readonly string[]): boolean {
  return columns.every((column) => found.has(column));
}
