import type { Grid } from '../read-grids';

/** The keys that walk over cells. */
export const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
export type Arrow = (typeof ARROWS)[number];

/**
 * The next cell with something in it, in the direction of the arrow; the first one of all to begin with. At an edge
 * it stays where it is. Rows of all grids count as one list.
 */
export function nextCell(grids: readonly Grid[], from: Element | null, arrow: Arrow): Element | null {
  const rows = grids.flatMap((grid) => grid.rows.filter((row) => filled(row).length > 0));
  const row = rows.findIndex((each) => from !== null && each.contains(from));
  if (from === null || row < 0) return filled(rows[0])[0] ?? null;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const to = rows[row + (arrow === 'ArrowDown' ? 1 : -1)];
    const same = to?.children[[...(from.parentElement?.children ?? [])].indexOf(from)];
    return to === undefined ? from : (filled(to).find((cell) => cell === same) ?? filled(to)[0] ?? from);
  }
  const cells = filled(rows[row]);
  const isRightToLeft = getComputedStyle(from).direction === 'rtl';
  const step = (arrow === 'ArrowRight') === isRightToLeft ? -1 : 1;
  return cells[cells.indexOf(from) + step] ?? from;
}

function filled(row: Element | undefined): readonly Element[] {
  return [...(row?.children ?? [])].filter(({ textContent }) => textContent.trim() !== '');
}
