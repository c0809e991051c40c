import { z } from 'zod';

/** What the page asks the server for whenever a grid is to show something else. */
export const gridQuerySchema = z.object({
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  /** From 1. */
  page: z.int().min(1),
  pageSize: z.int().min(1).max(10_000),
  /** By column: rows whose text contains it, whatever the case. */
  filters: z.record(z.string(), z.string()),
  /** At most that many records exist for this page; null is all of them. */
  limit: z.int().min(0).nullable(),
  /** How this tenant writes dates. */
  dates: z.enum(['dmy', 'mdy']),
});

export type GridQuery = z.infer<typeof gridQuerySchema>;

/** One record as the grid shows it: ready-made text by column. */
export interface GridRow {
  readonly recId: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface GridAnswer {
  /** Records that match, on all pages. */
  readonly total: number;
  readonly rows: readonly GridRow[];
}

/** A cell's text, and what it sorts by. */
export interface GridCell {
  readonly text: string;
  readonly order: string | number;
}

export interface GridRecord {
  readonly recId: number;
  readonly cells: Readonly<Record<string, GridCell>>;
}

/** A page of the records that match. Without a sort they stay in the order they are stored in. */
export function answerGridQuery(records: readonly GridRecord[], query: GridQuery): GridAnswer {
  const wanted = Object.entries(query.filters).map(([column, text]) => [column, text.toLowerCase()] as const);
  const matching = records
    .slice(0, query.limit ?? records.length)
    .filter(({ cells }) =>
      wanted.every(([column, text]) => cells[column]?.text.toLowerCase().includes(text)),
    );
  const { sort } = query;
  if (sort) {
    matching.sort((a, b) => {
      const order = compare(a.cells[sort.column]?.order, b.cells[sort.column]?.order);
      return sort.descending ? -order : order;
    });
  }
  const first = (query.page - 1) * query.pageSize;
  const rows = matching.slice(first, first + query.pageSize).map(({ recId, cells }) => ({
    recId,
    cells: Object.fromEntries(Object.entries(cells).map(([column, { text }]) => [column, text])),
  }));
  return { total: matching.length, rows };
}

function compare(a: string | number = '', b: string | number = ''): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}
