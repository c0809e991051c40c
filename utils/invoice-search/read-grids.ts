import { headerColumns, type HeaderColumn } from './header-columns';
import { findHeader } from './find-header';
import { isShown, select } from './select';
import { GRID_NAME, LEAST_CAPTIONS, SELECTORS } from './selectors';

/** A list of records as it stands on the page. */
export interface Grid {
  readonly table: Element;
  /** What the client calls it; null where it has no name. */
  readonly name: string | null;
  readonly rows: readonly Element[];
  /** Null where nothing belongs to it for certain. */
  readonly header: Element | null;
  readonly columns: readonly HeaderColumn[];
}

/** Every grid on show in a document. Reads the layout, and only of what has changed since it was read last. */
export type GridReader = (document: Document) => readonly Grid[];

export function createGridReader(): GridReader {
  const readColumns = rememberColumns();
  return (document) => {
    const tables = findTables(document);
    return tables.map(({ table, rows }) => {
      const header = findHeader(
        table,
        tables.map((each) => each.table),
        rows[0] ?? null,
      );
      return {
        table,
        name: GRID_NAME.exec(table.className)?.[1] ?? null,
        rows,
        header,
        columns: header === null ? [] : readColumns(header, rows[0] ?? null),
      };
    });
  };
}

type Rows = Pick<Grid, 'table' | 'rows'>;

function findTables(document: Document): readonly Rows[] {
  const known = byTable(select(document, SELECTORS.row, (row) => !isInHeader(row)));
  if (known.length > 0) return known;
  const plain = byTable(select(document, SELECTORS.plainRow, looksLikeRecord)).filter(
    ({ rows }) => rows.length > 1,
  );
  const empty = select(
    document,
    SELECTORS.table,
    (table) => table.querySelector('table') === null && !isInHeader(table) && isShown(table),
  ).map((table) => ({ table, rows: [] }));
  return plain.length > 0 ? plain : empty;
}

/** Rows by their table. A table inside a cell is part of the record there. */
function byTable(rows: readonly Element[]): readonly Rows[] {
  const tables = new Map<Element, Element[]>();
  for (const row of rows) {
    const table = row.closest('table');
    if (table === null) continue;
    const own = tables.get(table);
    if (own === undefined) tables.set(table, [row]);
    else own.push(row);
  }
  const all = [...tables].map(([table, own]) => ({ table, rows: own }));
  return all.filter(
    ({ table }) =>
      isShown(table) && !all.some((other) => other.table !== table && other.table.contains(table)),
  );
}

/** A row of cells with something in them. Fields to type into are those of a header. */
function looksLikeRecord(row: Element): boolean {
  return (
    row.childElementCount >= LEAST_CAPTIONS &&
    row.textContent.trim() !== '' &&
    row.closest('table')?.querySelector('input:not([type="checkbox"]), select, textarea') === null &&
    !isInHeader(row)
  );
}

/** A header may itself be made of a table. Only the sure selector is asked: a looser one could match a whole page. */
function isInHeader(element: Element): boolean {
  return element.closest(SELECTORS.header.alternatives[0].css) !== null;
}

/** Columns stay where they are while the header reads the same and its rows have as many cells. */
function rememberColumns(): (header: Element, row: Element | null) => readonly HeaderColumn[] {
  const known = new WeakMap<
    Element,
    { readonly text: string; readonly cells: number; columns: readonly HeaderColumn[] }
  >();
  return (header, row) => {
    const text = header.textContent;
    const cells = row?.childElementCount ?? 0;
    const before = known.get(header);
    const isSame =
      before?.text === text && before.cells === cells && before.columns.every(({ cell }) => cell.isConnected);
    if (before !== undefined && isSame) return before.columns;
    const columns = headerColumns(header, row);
    known.set(header, { text, cells, columns });
    return columns;
  };
}
