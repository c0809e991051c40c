import { lengthOf } from './address';
import { allOf, anyOf, compare, numberLiteral, type Filter, type Literal } from './filter';

/** Filters for any of the values of one field, each within `room` characters of an address. Repeated values count once. */
export function anyOfInChunks(field: string, values: Iterable<Literal>, room: number): Filter[] {
  const filters: Filter[] = [];
  let chunk: Literal[] = [];
  let length = 0;
  const between = ' or '.length * 2 + 2;
  for (const value of new Set(values)) {
    const more = lengthOf(anyOf(field, [value])) + between;
    if (chunk.length > 0 && length + more > room) {
      filters.push(anyOf(field, chunk));
      chunk = [];
      length = 0;
    }
    chunk.push(value);
    length += more;
  }
  if (chunk.length > 0) filters.push(anyOf(field, chunk));
  return filters;
}

export interface EntryReading {
  /** Characters of an address that a filter may take. */
  readonly room: number;
  /** Rows that come with one answer. */
  readonly pageSize: number;
  /** How many rows a ledger entry has as a rule. */
  readonly rowsPerEntry: number;
}

/**
 * Filters that together read all rows of some ledger entries with few requests. What changes lately lies close
 * together in a ledger, so a stretch of entries is read from its first to its last number where the rows in between
 * cost less than naming each entry; the rest is named. Whoever reads leaves out the entries not asked for.
 */
export function byEntryNumber(field: string, entries: Iterable<number>, reading: EntryReading): Filter[] {
  const sorted = [...new Set(entries)].sort((a, b) => a - b);
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const perName = lengthOf(anyOf(field, [numberLiteral(last)])) + ' or '.length * 2 + 2;
  const named = Math.max(1, Math.floor(reading.room / perName));
  const stretchPerRequest = Math.max(1, Math.floor(reading.pageSize / reading.rowsPerEntry));
  const widestGap = Math.floor(stretchPerRequest / named);

  const ranges: Filter[] = [];
  const single: Literal[] = [];
  for (const stretch of stretches(sorted, widestGap)) {
    const [first = 0, end = 0] = [stretch[0], stretch.at(-1)];
    if (stretch.length <= named) single.push(...stretch.map(numberLiteral));
    else
      ranges.push(
        allOf(compare(field, 'ge', numberLiteral(first)), compare(field, 'le', numberLiteral(end))),
      );
  }
  return [...ranges, ...anyOfInChunks(field, single, reading.room)];
}

/** Parts of a sorted list in which no gap is wider than this. */
function stretches(sorted: readonly number[], widestGap: number): number[][] {
  const found: number[][] = [];
  for (const number of sorted) {
    const current = found.at(-1);
    const before = current?.at(-1);
    if (current !== undefined && before !== undefined && number - before <= widestGap) current.push(number);
    else found.push([number]);
  }
  return found;
}
