import { badRequest } from './problem-details';
import type { Query } from './query';

/** What every list endpoint takes besides its own filters. */
export const LIST_PARAMETERS = ['Fields', 'OrderBy', 'PageNumber', 'PageSize', 'UseDatabaseValidation'];

const DEFAULT_PAGE_SIZE = 5_000;
const LARGEST_PAGE_SIZE = 20_000;

/**
 * One page of the rows as a bare array; an empty one is 204 without a body.
 * @param sample any row of the kind, to tell its properties by; undefined while there is none at all
 */
export function listAnswer<Row extends object>(
  rows: readonly Row[],
  sample: Row | undefined,
  query: Query,
): Response {
  const properties = Object.keys(sample ?? {}) as (keyof Row & string)[];
  const size = query.wholeNumber('PageSize') ?? DEFAULT_PAGE_SIZE;
  const page = query.wholeNumber('PageNumber') ?? 1;
  if (size < 1 || size > LARGEST_PAGE_SIZE)
    throw malformed(`PageSize must lie between 1 and ${LARGEST_PAGE_SIZE}.`);
  if (page < 1) throw malformed('PageNumber starts at 1.');
  query.boolean('UseDatabaseValidation');

  const property = (name: string, of: string) => {
    const found = properties.find((each) => each.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw malformed(`${of} property in resourceParameter is not formatted correct.`);
    return found;
  };
  const order = query.list('OrderBy')?.map((each) => {
    const [, name = '', direction = 'asc'] = /^(\w+)(?: (asc|desc))?$/.exec(each) ?? [];
    return { by: property(name, 'OrderBy'), sign: direction === 'asc' ? 1 : -1 };
  });
  const fields = query.list('Fields')?.map((name) => property(name, 'Fields')) ?? properties;

  const sorted =
    order === undefined
      ? rows
      : [...rows].sort((a, b) => order.reduce((sum, { by, sign }) => sum || sign * compare(a[by], b[by]), 0));
  const shown = sorted
    .slice((page - 1) * size, page * size)
    .map((row) => Object.fromEntries(fields.map((name) => [name, row[name]])));
  return shown.length === 0 ? new Response(null, { status: 204 }) : Response.json(shown);
}

function malformed(detail: string) {
  return badRequest('Invalid resourceParameter', detail);
}

/** Rows hold numbers, texts and booleans; nothing comes before all of them. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return a < b ? -1 : 1;
}
