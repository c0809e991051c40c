import type { InvoiceGrid } from './find-grid';
import { readNumber } from './read-number';
import { select } from './select';
import { COLUMN_ATTRIBUTE, SELECTORS } from './selectors';

/** A cell of the number column and the invoice number it shows now. */
export interface NumberCell {
  readonly cell: Element;
  readonly number: string;
}

/** The number cells of a grid that are filled. Rows are reused while scrolling and filled a moment later. */
export function readRows({ table, numberColumn }: InvoiceGrid): readonly NumberCell[] {
  return select(table, SELECTORS.row, (row) => row.closest('table') === table).flatMap((row) => {
    const cells = [...row.children].filter((cell) => cell.getAttribute(COLUMN_ATTRIBUTE) === numberColumn);
    const [cell] = cells;
    if (cell === undefined || cells.length > 1) return [];
    const number = readNumber(cell);
    return number === null ? [] : [{ cell, number }];
  });
}
