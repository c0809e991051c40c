type Value = string | number | boolean;
export type Row = Readonly<Record<string, Value>>;

/** A table too large to be held: rows are made when they are asked for. */
export interface VirtualTable {
  readonly size: number;
  row(at: number): Row;
  /** Where the rows are that have a value in a field by which they can be found at once. */
  readonly index: Readonly<Record<string, (value: Value) => readonly number[]>>;
}

interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly value: Value;
}

/** Answers an OData request for a page of a table, as text. */
export function answerPage(table: VirtualTable, url: URL, pageSize: number): string {
  const columns = url.searchParams.get('$select')?.split(',') ?? [];
  const skip = Number(url.searchParams.get('$skiptoken') ?? 0);
  const rows: string[] = [];
  let next: number | undefined;
  let place = 0;
  const parts = alternatives(url);
  const isBackwards = url.searchParams.get('$orderby')?.endsWith(' desc') ?? false;
  for (const at of candidates(table, parts, isBackwards)) {
    place += 1;
    if (place <= skip) continue;
    const row = table.row(at);
    if (!parts.some((all) => all.every((each) => holds(each, row)))) continue;
    if (rows.length === pageSize) {
      next = place - 1;
      break;
    }
    rows.push(`{${columns.map((column) => field(column, row)).join(',')}}`);
  }
  const link = new URL(url);
  link.searchParams.set('$skiptoken', String(next));
  const more = next === undefined ? '' : `,"@odata.nextLink":${JSON.stringify(link.href)}`;
  return `{"value":[${rows.join(',')}]${more}}`;
}

function field(column: string, row: Row): string {
  const value = row[column];
  if (value === undefined) throw new Error(`a column that the table does not have: ${column}`);
  return `"${column}":${JSON.stringify(value)}`;
}

/** Places of rows that may be asked for, in the order in which they are sent. */
function* candidates(
  table: VirtualTable,
  parts: readonly (readonly Comparison[])[],
  isBackwards: boolean,
): Generator<number, void, void> {
  const [[first] = []] = parts;
  const find = first === undefined ? undefined : table.index[first.field];
  if (find !== undefined && first?.operator === 'eq') {
    for (const [only] of parts) if (only !== undefined) yield* find(only.value);
    return;
  }
  const span =
    parts[0]?.filter(({ field }) => field === first?.field).map(({ value }) => Number(value)) ?? [];
  if (find !== undefined && span.length === 2) {
    for (let value = Math.min(...span); value <= Math.max(...span); value += 1) yield* find(value);
    return;
  }
  for (let at = 0; at < table.size; at += 1) yield isBackwards ? table.size - 1 - at : at;
}

/** What is asked for: any of these, each of which wants all of its comparisons. */
function alternatives(url: URL): readonly (readonly Comparison[])[] {
  const filter = url.searchParams.get('$filter');
  if (filter === null) return [[]];
  return filter.split(' or ').map((part) => part.split(' and ').map(comparison));
}

function comparison(text: string): Comparison {
  const [, field = '', operator = '', literal = ''] = /^(\w+) (\w\w) (.+)$/.exec(text) ?? [];
  if (literal.startsWith("'")) return { field, operator, value: literal.slice(1, -1) };
  if (/^(true|false)$/.test(literal)) return { field, operator, value: literal === 'true' };
  return { field, operator, value: /^\d{4}-/.test(literal) ? literal : Number(literal) };
}

function holds({ field, operator, value }: Comparison, row: Row): boolean {
  const found = row[field];
  if (typeof found !== typeof value || found === undefined) throw new Error(`${field} ${operator} ${value}`);
  const sign = found === value ? 0 : found < value ? -1 : 1;
  return { eq: sign === 0, gt: sign > 0, ge: sign >= 0, lt: sign < 0, le: sign <= 0 }[operator] ?? false;
}
