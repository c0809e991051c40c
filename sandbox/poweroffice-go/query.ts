import { parseTimestamp, type Ticks } from '../books/ticks';
import { badRequest, Refusal } from './problem-details';

/** The query of a request, read as strictly as the vendor's API reads it. */
export interface Query {
  /** The parameter's text; null where it is missing or blank, and then the filter is not used. */
  text(name: string): string | null;
  /** Comma-separated texts. */
  list(name: string): readonly string[] | null;
  boolean(name: string): boolean;
  wholeNumber(name: string): number | null;
  /** Says whether a number is in a list such as `1-5, 7, 9-`. */
  numbers(name: string): ((no: number | null) => boolean) | null;
  /** `yyyy-MM-dd`; a time after it does not count. */
  day(name: string): string | null;
  /** A ledger without its date is not found: 404, not 400. */
  requiredDay(name: string): string;
  timestamp(name: string): Ticks | null;
}

/** @throws Refusal 400 for a parameter the endpoint does not have, or one given twice */
export function readQuery(url: URL, known: readonly string[]): Query {
  const { searchParams } = url;
  for (const name of searchParams.keys()) {
    if (!known.includes(name))
      throw badRequest('Invalid query parameter', `'${name}' is not a parameter of this endpoint.`);
    if (searchParams.getAll(name).length > 1)
      throw badRequest('Invalid query parameter', `'${name}' is given twice.`);
  }
  const cannotRead = (name: string, value: string): Refusal =>
    badRequest('Unable to cast object(s)', `The value '${value}' is not valid for ${name}.`);

  const query: Query = {
    text(name) {
      if (!known.includes(name)) throw new Error(`${name} is not among the known parameters`);
      const value = searchParams.get(name);
      return value === null || value.trim() === '' ? null : value;
    },
    list: (name) =>
      query
        .text(name)
        ?.split(',')
        .map((each) => each.trim()) ?? null,
    boolean(name) {
      const value = query.text(name);
      if (value !== null && value !== 'true' && value !== 'false') throw cannotRead(name, value);
      return value === 'true';
    },
    wholeNumber(name) {
      const value = query.text(name);
      if (value !== null && !/^\d{1,15}$/.test(value)) throw cannotRead(name, value);
      return value === null ? null : Number(value);
    },
    numbers(name) {
      const ranges = query.list(name)?.map((each) => {
        const [, low, dash, high] = /^(\d{1,15})(?:(-)(\d{1,15})?)?$/.exec(each) ?? [];
        if (low === undefined) throw cannotRead(name, each);
        return { low: Number(low), high: dash === undefined ? Number(low) : Number(high ?? Infinity) };
      });
      if (ranges === undefined) return null;
      return (no) => no !== null && ranges.some(({ low, high }) => low <= no && no <= high);
    },
    day(name) {
      const value = query.text(name);
      if (value === null) return null;
      const day = value.slice(0, 10);
      const isDay =
        /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(value) && !Number.isNaN(Date.parse(day));
      if (!isDay) throw cannotRead(name, value);
      return day;
    },
    requiredDay(name) {
      const day = query.day(name);
      if (day === null) throw new Refusal(404, 'Not Found', `The required parameter ${name} is missing.`);
      return day;
    },
    timestamp(name) {
      const value = query.text(name);
      if (value === null) return null;
      // A plus sign that was not encoded arrives as a space, and a time stamp with a space in it is none.
      const instant = parseTimestamp(value);
      if (instant === null) throw cannotRead(name, value);
      return instant;
    },
  };
  return query;
}
