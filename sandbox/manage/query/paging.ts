import { badRequest } from '../refusal';

/** Source: ConnectWise Developer Guide, "Pagination". */
const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 1000;

export interface Page<T> {
  readonly rows: readonly T[];
  /** The RFC 5988 header; undefined where everything fits on one page. */
  readonly link: string | undefined;
}

/**
 * Cuts out the page that a request asks for, numbered or, with the header `pagination-type: forward-only`, by the
 * id it has read up to. Rows are in the order asked for; forward paging wants them by id.
 * @throws Refusal 400
 */
export function cutPage<T extends { readonly id?: unknown }>(rows: readonly T[], request: Request): Page<T> {
  const url = new URL(request.url);
  const size = wholeNumber(url, 'pageSize', DEFAULT_PAGE_SIZE);
  if (size > MAX_PAGE_SIZE) throw badRequest(`pageSize must not exceed ${MAX_PAGE_SIZE}`);
  const type = request.headers.get('pagination-type');
  if (type === null) {
    if (url.searchParams.has('pageId'))
      throw badRequest('pageId needs the header pagination-type: forward-only');
    return numberedPage(rows, url, size);
  }
  if (type !== 'forward-only') throw badRequest(`Unknown pagination-type: ${type}`);
  if (url.searchParams.has('orderBy'))
    throw badRequest('orderBy cannot be used with forward-only pagination');
  return forwardPage(rows, url, size);
}

function numberedPage<T>(rows: readonly T[], url: URL, size: number): Page<T> {
  const page = wholeNumber(url, 'page', 1);
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links = [
    ...(page > 1 ? [link(url, { page: 1 }, 'first'), link(url, { page: page - 1 }, 'prev')] : []),
    ...(page < last ? [link(url, { page: page + 1 }, 'next'), link(url, { page: last }, 'last')] : []),
  ];
  return {
    rows: rows.slice((page - 1) * size, page * size),
    link: links.length === 0 ? undefined : links.join(', '),
  };
}

function forwardPage<T extends { readonly id?: unknown }>(
  rows: readonly T[],
  url: URL,
  size: number,
): Page<T> {
  const after = url.searchParams.has('pageId') ? wholeNumber(url, 'pageId', 0, 0) : 0;
  const ahead = rows.filter(({ id }) => Number(id) > after).toSorted((a, b) => Number(a.id) - Number(b.id));
  const cut = ahead.slice(0, size);
  return {
    rows: cut,
    link: ahead.length > size ? link(url, { pageId: Number(cut.at(-1)?.id) }, 'next') : undefined,
  };
}

function wholeNumber(url: URL, name: string, otherwise: number, least = 1): number {
  const text = url.searchParams.get(name);
  if (text === null) return otherwise;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least)
    throw badRequest(`${name} must be a whole number from ${least} up`);
  return value;
}

function link(url: URL, parameters: Readonly<Record<string, number>>, rel: string): string {
  const there = new URL(url);
  for (const [name, value] of Object.entries(parameters)) there.searchParams.set(name, String(value));
  return `<${there.href}>; rel="${rel}"`;
}
