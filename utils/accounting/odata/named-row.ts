import { z } from 'zod/mini';

/** A row of a list: how it is read, and what its columns are called at the server. */
export interface NamedRow<Row, Column extends string = keyof Row & string> {
  readonly schema: z.ZodMiniType<Row>;
  readonly columns: Readonly<Record<Column, string>>;
  /** The columns to ask for. */
  readonly select: readonly string[];
}

/**
 * A row that is read by the server's names and told by ours, for lists that differ in nothing but what they call
 * things: a vendor ledger is kept as a customer ledger is. What is wrong with a row is told by the server's names.
 */
export function namedRow<Shape extends z.core.$ZodShape>(
  shape: Shape,
  columns: Readonly<Record<keyof Shape & string, string>>,
): NamedRow<z.infer<z.ZodMiniObject<Shape>>> {
  type Row = z.infer<z.ZodMiniObject<Shape>>;
  const names: [string, string][] = Object.entries(columns);
  const theirs: z.ZodMiniType<Readonly<Record<string, unknown>>> = z.object(
    Object.fromEntries(names.map(([ours, column]) => [column, shape[ours]])) as z.core.$ZodShape,
  );
  const told = z.transform(
    (row: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(names.map(([ours, column]) => [ours, row[column]])) as Row,
  );
  return {
    schema: z.pipe(theirs, told),
    columns,
    select: names.map(([, column]) => column),
  };
}
