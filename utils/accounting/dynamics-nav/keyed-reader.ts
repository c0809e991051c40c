import { anyOfInChunks, byEntryNumber } from '@/utils/accounting/odata/chunks';
import { numberLiteral, textLiteral, type Filter, type Literal } from '@/utils/accounting/odata/filter';
import type { UnreadableRow } from '@/utils/http/json';
import { PAGE_SIZE, type NavTable } from './api';
import { isTooLarge } from './is-too-large';
import { numberIn } from './unreadable';

/** Below this a filter holds but one or two values, and a smaller one would not help. */
const SMALLEST_ROOM = 120;

export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly unreadable: readonly UnreadableRow[];
}

/** Reads the rows of given keys with as few requests as addresses and answers allow. */
export interface KeyedReader<Row> {
  /** @throws Problem */
  byText(field: string & keyof Row, values: Iterable<string>, signal: AbortSignal): Promise<Rows<Row>>;
  /**
   * @param rowsEach how many rows one number has as a rule
   * @throws Problem
   */
  byNumber(
    field: string & keyof Row,
    numbers: ReadonlySet<number>,
    rowsEach: number,
    signal: AbortSignal,
  ): Promise<Rows<Row>>;
}

/** Where the server finds an answer too large, it is asked for half as much, and so on for as long as this is kept. */
export function createKeyedReader<Row>(table: NavTable<Row>): KeyedReader<Row> {
  let { room } = table;

  async function read(
    filters: () => readonly Filter[],
    wanted: (row: Row) => boolean,
    signal: AbortSignal,
  ): Promise<Rows<Row>> {
    for (;;) {
      try {
        const lists = await Promise.all(filters().map((filter) => whole(filter, wanted, signal)));
        return {
          rows: lists.flatMap(({ rows }) => rows),
          unreadable: lists.flatMap((list) => list.unreadable),
        };
      } catch (error) {
        if (!isTooLarge(error) || room < SMALLEST_ROOM) throw error;
        room = Math.floor(room / 2);
      }
    }
  }

  async function whole(
    filter: Filter,
    wanted: (row: Row) => boolean,
    signal: AbortSignal,
  ): Promise<Rows<Row>> {
    const rows: Row[] = [];
    const unreadable: UnreadableRow[] = [];
    for await (const page of table.pages({ filter }, signal)) {
      rows.push(...page.rows.filter(wanted));
      unreadable.push(...page.unreadable);
    }
    return { rows, unreadable };
  }

  return {
    byText(field, values, signal) {
      const wanted = new Set<unknown>(values);
      const literals = [...wanted].map((value) => textLiteral(String(value)));
      return read(
        () => anyOfInChunks(table.column(field), literals, room),
        (row) => wanted.has(row[field]),
        signal,
      );
    },

    async byNumber(field, numbers, rowsEach, signal) {
      const literals: readonly Literal[] = [...numbers].map(numberLiteral);
      const column = table.column(field);
      const filters = (): readonly Filter[] =>
        room < table.room
          ? anyOfInChunks(column, literals, room)
          : byEntryNumber(column, numbers, { room, pageSize: PAGE_SIZE, rowsPerEntry: rowsEach });
      const list = await read(filters, (row) => numbers.has(row[field] as number), signal);
      // Between the numbers that were asked for, others came along.
      const isAsked = (row: UnreadableRow): boolean => numbers.has(numberIn(row, column) ?? NaN);
      return { rows: list.rows, unreadable: list.unreadable.filter(isAsked) };
    },
  };
}
