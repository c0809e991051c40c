import { leafTexts } from './caption';
import { findNumberColumn } from './find-number-column';
import { isShown, select } from './select';
import { HEADER_WITHIN_ANCESTORS, LEAST_CAPTIONS, SELECTORS } from './selectors';
import { hidden, sighted, type Sighting } from './sighting';

/** A grid whose rows are invoices. */
export interface InvoiceGrid {
  readonly table: Element;
  /** The header's cell of the number column. */
  readonly numberHeader: Element;
  /** What pairs that column's cells with the header. */
  readonly numberColumn: string;
}

/** Every grid on show, with its column of invoice numbers or why it has none. */
export function findGrids(
  document: Document,
  numberCaptions: readonly string[],
): readonly Sighting<InvoiceGrid>[] {
  const tables = findTables(document);
  return tables.map((table) => {
    const header = findHeader(table, tables);
    if (header === null) return hidden('no-header');
    const column = findNumberColumn(header, numberCaptions);
    if (column.found === null) return column;
    return sighted({ table, numberHeader: column.found.cell, numberColumn: column.found.index });
  });
}

function findTables(document: Document): readonly Element[] {
  const rows = select(document, SELECTORS.row, (row) => !isInHeader(row) && isShown(row));
  const tables = new Set(rows.flatMap((row) => row.closest('table') ?? []));
  if (tables.size > 0) return outermost([...tables]);
  return select(
    document,
    SELECTORS.table,
    (table) => table.querySelector('table') === null && !isInHeader(table) && isShown(table),
  );
}

/** A table inside a cell is part of the record there. */
function outermost(tables: readonly Element[]): readonly Element[] {
  return tables.filter((table) => !tables.some((other) => other !== table && other.contains(table)));
}

/**
 * The header that belongs to a table: the nearest one, climbing a few ancestors. The climb ends where another grid
 * begins, for its header may be that one's.
 */
function findHeader(table: Element, tables: readonly Element[]): Element | null {
  let around = table.parentElement;
  for (let climbed = 0; around !== null && climbed < HEADER_WITHIN_ANCESTORS; climbed += 1) {
    const within = around;
    if (tables.some((other) => other !== table && within.contains(other))) return null;
    const [header] = select(
      within,
      SELECTORS.header,
      (each) => !each.contains(table) && !table.contains(each) && leafTexts(each).length >= LEAST_CAPTIONS,
    );
    if (header !== undefined) return header;
    around = around.parentElement;
  }
  return null;
}

/** A header may itself be made of a table. Only the sure selector is asked: a looser one could match a whole page. */
function isInHeader(element: Element): boolean {
  return element.closest(SELECTORS.header.alternatives[0].css) !== null;
}
