import { element } from './element.ts';
import type { Column } from './screens.ts';

const CHECKER_WIDTH = 26;

/**
 * A row without height whose cells carry the column widths, since the tables have a fixed layout. Only the table of the
 * rows has a column of checkboxes; the header strip stands as far to the right.
 */
export function sizingRow(
  document: Document,
  columns: readonly Column[],
  withChecker: boolean,
): HTMLTableRowElement {
  const widths = [...(withChecker ? [CHECKER_WIDTH] : []), ...columns.map(({ width }) => width)];
  const cells = [...widths.map((width) => `width:${width}px`), 'width:auto', 'width:18px'].map((width) =>
    element(document, 'th', { style: `${width};height:0;padding:0;border:0` }),
  );
  return element(document, 'tr', { style: 'height:0' }, ...cells);
}

/** The width below which the grid scrolls sideways, in px. */
export function leastWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, CHECKER_WIDTH + 18);
}
