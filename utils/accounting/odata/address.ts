import type { Filter } from './filter';

/** No limit is documented; from here on proxies and servers begin to refuse. */
const LONGEST_ADDRESS = 2000;

export interface ODataQuery {
  readonly filter?: Filter;
  /** Case-sensitive names; an unknown one is refused. */
  readonly select?: readonly string[];
  /** A field and its direction, such as `Entry_No desc`. */
  readonly orderBy?: string;
}

/**
 * The address of a list. There is no `$top`: at or below the page size it makes the server leave out the link to
 * the next page.
 * @param resource the address of the entity set, which may have a query of its own (`?tenant=…`)
 */
export function odataAddress(resource: string, { filter, select, orderBy }: ODataQuery): string {
  const options = [
    ...(filter === undefined ? [] : [`$filter=${encode(filter)}`]),
    ...(select === undefined ? [] : [`$select=${select.join(',')}`]),
    ...(orderBy === undefined ? [] : [`$orderby=${encode(orderBy)}`]),
  ];
  if (options.length === 0) return resource;
  return `${resource}${resource.includes('?') ? '&' : '?'}${options.join('&')}`;
}

/** How many characters of a filter, as the address encodes it, fit into the address of this list. */
export function roomForFilter(resource: string, select: readonly string[]): number {
  return LONGEST_ADDRESS - odataAddress(resource, { filter: '' as Filter, select }).length;
}

/** How many characters of an address the filter takes. */
export function lengthOf(filter: Filter): number {
  return encode(filter).length;
}

/** With the quote, which the browser's own encoding of an address would make three characters after we counted. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll("'", '%27');
}
