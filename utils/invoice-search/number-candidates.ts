import { placeOf, type ColumnPlace } from './column-place';
import type { Grid } from './read-grids';
import { readRows, type NumberCell } from './read-rows';

/** Fewer rows prove nothing. */
export const LEAST_ROWS = 5;
/** Rows and columns that are asked about: together no more than one question holds. */
const ROWS = 25;
const COLUMNS = 4;
/** Twice what Manage lets a number be long. */
const LONGEST = 30;
/** The part of the rows that must agree. */
export const NEARLY_ALL = 0.9;

/** A column that could hold invoice numbers, going by nothing but how its texts look. */
export interface Candidate {
  readonly place: ColumnPlace;
  readonly cells: readonly NumberCell[];
}

/** The columns in which nearly every row has a short text with a digit, and hardly any two the same. Links first. */
export function numberCandidates(grid: Pick<Grid, 'rows'>): readonly Candidate[] {
  const rows = grid.rows.filter(({ textContent }) => textContent.trim() !== '').slice(0, ROWS);
  const [first] = rows;
  if (first === undefined) return [];
  const candidates = [...first.children].flatMap((cell) => {
    const place = placeOf(cell, first);
    const cells = readRows({ rows }, place).filter(
      ({ number }) => /\d/u.test(number) && number.length <= LONGEST,
    );
    const distinct = new Set(cells.map(({ number }) => number)).size;
    return distinct >= rows.length * NEARLY_ALL
      ? [{ place, cells, hasLinks: cell.querySelector('a') !== null }]
      : [];
  });
  return candidates.sort((a, b) => Number(b.hasLinks) - Number(a.hasLinks)).slice(0, COLUMNS);
}
