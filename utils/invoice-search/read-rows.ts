import { cellIn, type ColumnPlace } from './column-place';
import type { Grid } from './read-grids';
import { readNumber } from './read-number';

/** A cell of the number column and the invoice number it shows now. */
export interface NumberCell {
  readonly cell: Element;
  readonly row: Element;
  readonly number: string;
  /** The way from the cell to the number in it. */
  readonly within: readonly number[];
}

/** The cells of a grid's column that are filled. Rows are reused while scrolling and filled a moment later. */
export function readRows(
  { rows }: Pick<Grid, 'rows'>,
  place: ColumnPlace,
  within: readonly number[] = [],
): readonly NumberCell[] {
  return rows.flatMap((row) => {
    const cell = cellIn(row, place);
    const number = cell && readNumber(cell, within);
    return cell === null || number === null ? [] : [{ cell, row, number, within }];
  });
}
