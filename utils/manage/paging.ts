import { z } from 'zod/mini';
import { parseJson, readShape } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import type { HttpAnswer } from '@/utils/http/http-client';

/** The most that Manage gives at once. Source: ConnectWise Developer Guide, "Pagination". */
const PAGE_SIZE = 1000;

/** Asks for one page: the query and headers that paging adds to those of the list. */
export type AskPage = (
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
) => Promise<HttpAnswer>;

interface Page {
  readonly rows: readonly unknown[];
  /** Null when the answer has no `Link` header at all. */
  readonly link: string | null;
}

/**
 * All rows of a list, page by page, in the order of their ids: forward-only, so that a record made or removed
 * meanwhile shifts nothing. Only the id of the next page is taken from the `Link` header, never its address:
 * credentials go to no host but ours. An endpoint that does not know this way gives no `Link`; then it is asked
 * again by page numbers. Source: ConnectWise Developer Guide, "Pagination".
 * @throws Problem
 */
export async function* forwardPages(ask: AskPage): AsyncGenerator<readonly unknown[]> {
  const next = async (query: Record<string, string>): Promise<Page> =>
    read(await ask({ pageSize: String(PAGE_SIZE), ...query }, { 'pagination-type': 'forward-only' }));
  let page = await next({});
  if (page.link === null && page.rows.length >= PAGE_SIZE) {
    yield* numberedPages(ask);
    return;
  }
  let reached = -1;
  for (;;) {
    yield page.rows;
    const pageId = nextOf(page, 'pageId');
    if (pageId === null || page.rows.length < PAGE_SIZE) return;
    if (pageId <= reached)
      throw new Problem('wrongShape', { what: 'Manage', where: `Link: pageId ${pageId}` });
    reached = pageId;
    page = await next({ pageId: String(pageId) });
  }
}

/** All rows of a list by page numbers, ordered by id so that what is added meanwhile comes last. @throws Problem */
export async function* numberedPages(ask: AskPage): AsyncGenerator<readonly unknown[]> {
  for (let number = 1; ; number++) {
    const page = read(await ask({ pageSize: String(PAGE_SIZE), page: String(number), orderBy: 'id' }, {}));
    yield page.rows;
    const isLast = page.link !== null && nextOf(page, 'page') === null;
    if (isLast || page.rows.length < PAGE_SIZE) return;
  }
}

function read({ text, headers }: HttpAnswer): Page {
  return {
    rows: readShape(z.array(z.unknown()), parseJson(text, 'Manage'), 'Manage list'),
    link: headers.get('link'),
  };
}

/** What the `Link` header's `rel="next"` names as the given parameter. */
function nextOf({ link }: Page, parameter: 'page' | 'pageId'): number | null {
  const address = /<([^>]*)>\s*;[^,]*\brel="?next\b/i.exec(link ?? '')?.[1];
  if (address === undefined) return null;
  const value = Number(
    new URLSearchParams(address.slice(address.indexOf('?') + 1)).get(parameter) ?? Number.NaN,
  );
  return Number.isSafeInteger(value) ? value : null;
}
