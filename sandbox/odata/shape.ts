/** What kind of value a column holds. An option is a name out of a list. */
export type ColumnType = 'text' | 'guid' | 'option' | 'date' | 'instant' | 'decimal' | 'integer' | 'boolean';

export type Value = string | number | boolean;
export type Row = Readonly<Record<string, Value>>;

/** An entity set: what a page or query shows, and what may be asked of it. */
export interface Shape {
  /** As in `Microsoft.NAV.salesInvoice`. */
  readonly entity: string;
  /** The columns whose values tell a row from all others; lists come in their order. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** The names each option may have, blank among them as the empty text. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** Reckoned while a row is shown: neither in `$filter` nor in `$orderby`. */
  readonly reckoned: ReadonlySet<string>;
  /** A query has its order and takes no other. */
  readonly isQuery: boolean;
  /** API pages and queries encode names (`In_x0020_Review`); published pages write them as they are. */
  readonly encodesOptions: boolean;
}

/** An option as it goes over the wire; blank has a name of its own in each way. */
export function optionOnTheWire(name: string, { encodesOptions }: Shape): string {
  if (!encodesOptions) return name === '' ? ' ' : name;
  return name === '' ? '_x0020_' : name.replaceAll(' ', '_x0020_');
}
