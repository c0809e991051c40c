import { COLUMN_ATTRIBUTE } from './selectors';

/** How the cell of a column is found in any row of its table. */
export interface ColumnPlace {
  /** Its number in the markup; null where cells have none. */
  readonly cellIndex: string | null;
  /** Its position among the row's cells, from 0; counts only where cells have no number. */
  readonly position: number;
  /** How many cells a row has for that position to count. */
  readonly cells: number;
}

/** The one cell of the column in a row; null where the row has none, or several. */
export function cellIn(row: Element, { cellIndex, position, cells }: ColumnPlace): Element | null {
  const { children } = row;
  if (cellIndex === null) return children.length === cells ? (children[position] ?? null) : null;
  // Asked of the browser rather than of each cell: a thousand rows have ten thousand cells.
  const own = row.querySelectorAll(`:scope > [${COLUMN_ATTRIBUTE}="${CSS.escape(cellIndex)}"]`);
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** The place of the column that a cell belongs to. */
export function placeOf(cell: Element, row: Element): ColumnPlace {
  const cells = [...row.children];
  const index = cell.getAttribute(COLUMN_ATTRIBUTE);
  const isOnly = cells.filter((other) => other.getAttribute(COLUMN_ATTRIBUTE) === index).length === 1;
  return { cellIndex: index && isOnly ? index : null, position: cells.indexOf(cell), cells: cells.length };
}

export function samePlace(a: ColumnPlace, b: ColumnPlace): boolean {
  return a.cellIndex === null
    ? b.cellIndex === null && a.position === b.position && a.cells === b.cells
    : a.cellIndex === b.cellIndex;
}
