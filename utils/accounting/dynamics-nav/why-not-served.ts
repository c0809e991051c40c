import { reason, type Reason } from '@/utils/payments/reason';
import type { PublishedServices } from './metadata';
import { ALL_PAGES, type Page } from './pages';

/**
 * Why a page is not published under its name with the columns that are read; null where it is. One that is published
 * under another page, or under another name, is recognised by its columns.
 */
export function whyNotServed(
  { title, columns }: Page,
  service: string,
  published: PublishedServices,
): Reason | null {
  const found = published.get(service);
  if (found === undefined) {
    const other = [...published].find(([, theirs]) => hasAll(theirs, columns))?.[0];
    return other === undefined
      ? reason('navServiceMissing', { service, page: title })
      : reason('navServiceNamedOtherwise', { service, page: title, other });
  }
  if (hasAll(found, columns)) return null;
  const actual = ALL_PAGES.find((page) => hasAll(found, page.columns));
  if (actual !== undefined) return reason('navOtherPage', { service, page: title, actual: actual.title });
  const missing = columns.filter((column) => !found.has(column));
  return reason('navColumnsMissing', { service, page: title, columns: missing.join(', ') });
}

function hasAll(found: ReadonlySet<string>, columns: readonly string[]): boolean {
  return columns.every((column) => found.has(column));
}
