import { readFilter } from './filter';
import { badRequest, notImplemented, ODataRefusal, unknownProperty } from './refusal';
import { optionOnTheWire, type Row, type Shape, type Value } from './shape';

export interface ListOptions {
  readonly shape: Shape;
  /** In the order of the key. */
  readonly rows: readonly Row[];
  readonly request: Request;
  /** For `@odata.context`. */
  readonly context: string;
  readonly serverPageSize: number;
  /** Whether `Prefer: odata.maxpagesize` counts. */
  readonly heedsPrefer: boolean;
  /** What the server puts before its skip token. */
  readonly linkStart?: string;
  /** How an option's name is written; as it is stored, unless servers translate it. */
  readonly optionName?: (name: string) => string;
}

const KNOWN = ['$filter', '$select', '$orderby', '$top', '$skip', '$count', '$skiptoken', '$schemaversion'];

/** One page of a list, with a link to the next. */
export function listAnswer(options: ListOptions): Response {
  const { shape, rows, request, context, serverPageSize, heedsPrefer } = options;
  const url = new URL(request.url);
  const query = url.searchParams;
  for (const name of query.keys()) {
    if (name.startsWith('$') && !KNOWN.includes(name)) {
      throw badRequest(
        `The query option '${name}' is not supported.`,
        `Spørringsalternativet '${name}' støttes ikke.`,
      );
    }
  }
  const filter = query.get('$filter');
  const wanted = filter === null ? rows : rows.filter(readFilter(filter, shape));
  const sorted = inOrder(wanted, query.get('$orderby'), shape);
  const columns = selected(query.get('$select'), shape);
  const top = wholeNumber(query, '$top');
  const preferred = preferredSize(request);
  if (heedsPrefer && preferred !== null && preferred > serverPageSize) {
    throw new ODataRefusal(413, 'Request_TooLarge', {
      en: `The page size must not exceed ${serverPageSize}.`,
      nb: `Sidestørrelsen kan ikke overstige ${serverPageSize}.`,
    });
  }
  const size = heedsPrefer && preferred !== null ? preferred : serverPageSize;

  const token = query.get('$skiptoken');
  const start =
    token === null ? (wholeNumber(query, '$skip') ?? 0) : after(sorted, token, shape, query.has('$orderby'));
  const shown = sorted.slice(start, start + Math.min(size, top ?? Infinity));
  const last = shown.at(-1);
  const isWhole = start + shown.length >= sorted.length;
  // Whoever asks for no more than a page is taken to want no more than a page.
  const more = last !== undefined && !isWhole && (top === null || top > size);
  const body = {
    '@odata.context': context,
    ...(query.get('$count') === 'true' && { '@odata.count': wanted.length }),
    value: shown.map((row) => onTheWire(row, columns, options)),
    ...(more && {
      '@odata.nextLink': nextLink(url, tokenOf(last, shape), top === null ? null : top - size, options),
    }),
  };
  const headers = new Headers({
    'Content-Type': 'application/json; odata.metadata=minimal; odata.streaming=true',
    'OData-Version': '4.0',
  });
  if (heedsPrefer && preferred !== null) headers.set('Preference-Applied', `odata.maxpagesize=${preferred}`);
  const text = JSON.stringify(body);
  headers.set('Content-Length', String(new TextEncoder().encode(text).length));
  return new Response(text, { headers });
}

/** The number of rows a filter leaves, as `/$count` answers it. */
export function countAnswer({
  shape,
  rows,
  request,
}: Pick<ListOptions, 'shape' | 'rows' | 'request'>): Response {
  const filter = new URL(request.url).searchParams.get('$filter');
  const count = filter === null ? rows.length : rows.filter(readFilter(filter, shape)).length;
  return new Response(String(count), { headers: { 'Content-Type': 'text/plain' } });
}

function inOrder(rows: readonly Row[], orderBy: string | null, shape: Shape): readonly Row[] {
  if (orderBy === null) return rows;
  const orders = orderBy.split(',').map((each) => {
    const [, name = '', direction = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(each) ?? [];
    if (shape.columns[name] === undefined) throw unknownProperty(name, shape.entity);
    if (shape.reckoned.has(name) || (shape.isQuery && (name !== shape.key[0] || direction !== 'asc'))) {
      throw notImplemented(
        `Ordering by the property '${name}' is not supported.`,
        `Sortering etter egenskapen '${name}' støttes ikke.`,
      );
    }
    return { name, sign: direction === 'asc' ? 1 : -1 };
  });
  return [...rows].sort((a, b) =>
    orders.reduce((sum, { name, sign }) => sum || sign * compare(a[name], b[name]), 0),
  );
}

/** Names are case-sensitive; a name that is not there is refused. */
function selected(select: string | null, { columns, entity }: Shape): readonly string[] {
  if (select === null) return Object.keys(columns);
  const names = select.split(',').map((name) => name.trim());
  const unknown = names.find((name) => columns[name] === undefined);
  if (unknown !== undefined) throw unknownProperty(unknown, entity);
  return names;
}

function wholeNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`Invalid value '${text}' for ${name}.`, `Ugyldig verdi '${text}' for ${name}.`); // prettier-ignore
  return Number(text);
}

function preferredSize(request: Request): number | null {
  const [, size] = /(?:^|[,;\s])odata\.maxpagesize=(\d+)/.exec(request.headers.get('prefer') ?? '') ?? [];
  return size === undefined || Number(size) === 0 ? null : Number(size);
}

function tokenOf(row: Row, { key, columns }: Shape): string {
  return key
    .map((name) =>
      columns[name] === 'text' ? `'${String(row[name]).replaceAll("'", "''")}'` : String(row[name]),
    )
    .join(',');
}

/** Where the rows behind a token begin. The row it was made of may be gone by now. */
function after(rows: readonly Row[], token: string, { key, columns }: Shape, isOrdered: boolean): number {
  const values = /^'.*'$/.test(token)
    ? [token.slice(1, -1).replaceAll("''", "'")]
    : token.split(',').map((each, at) => (columns[key[at] ?? ''] === 'integer' ? Number(each) : each));
  if (values.length !== key.length) {
    throw badRequest(`The skip token '${token}' is not valid.`, `Hopptokenet '${token}' er ikke gyldig.`);
  }
  const place = (row: Row): number => key.reduce((sum, name, at) => sum || compare(row[name], values[at]), 0);
  if (isOrdered) return rows.findIndex((row) => place(row) === 0) + 1;
  const found = rows.findIndex((row) => place(row) > 0);
  return found < 0 ? rows.length : found;
}

/** Absolute, and with everything that was asked for. */
function nextLink(url: URL, token: string, top: number | null, { linkStart = '' }: ListOptions): string {
  const kept = [...url.searchParams]
    .filter(([name]) => !['$skiptoken', '$skip', '$top', 'aid'].includes(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const parts = [
    linkStart,
    ...kept,
    ...(top === null ? [] : [`$top=${top}`]),
    `$skiptoken=${encodeURIComponent(token)}`,
  ];
  return `${url.origin}${url.pathname}?${parts.filter((part) => part !== '').join('&')}`;
}

function onTheWire(
  row: Row,
  columns: readonly string[],
  { shape, optionName }: ListOptions,
): Record<string, Value> {
  const shown: Record<string, Value> = { '@odata.etag': etagOf(row, shape) };
  for (const name of columns) {
    const value = row[name];
    if (value === undefined) throw new Error(`${shape.entity} has no ${name}`);
    const isOption = shape.columns[name] === 'option';
    shown[name] = isOption ? optionOnTheWire(optionName?.(String(value)) ?? String(value), shape) : value;
  }
  return shown;
}

function etagOf(row: Row, { key }: Shape): string {
  return `W/"${btoa(`'19;${key.map((name) => String(row[name])).join(';')};00;'`)}"`;
}

function compare(a: Value | undefined, b: Value | undefined): number {
  if (a === b) return 0;
  return (a as string) < (b as string) ? -1 : 1;
}
