import type { ShownPage } from '@/utils/storage/shown-page';
import { sameCaption } from './caption';
import type { ColumnPlace } from './column-place';
import type { Grid } from './read-grids';
import { hidden, sighted, type Sighting } from './sighting';

/** A column, and the way from its cells to the number in them. */
export interface ShownColumn {
  readonly place: ColumnPlace;
  readonly within: readonly number[];
}

/**
 * The column that a user has shown: by its caption, wherever it has moved; without one only while all captions are
 * what they were.
 * @param pages what was shown of this screen
 */
export function byShown(grid: Grid, pages: readonly ShownPage[]): Sighting<ShownColumn> {
  const ofGrid = pages.filter((page) => isSameGrid(grid, page));
  for (const page of ofGrid) {
    const place = placeOfShown(grid, page);
    if (place !== null) return sighted({ place, within: page.within });
  }
  return ofGrid.length === 0 ? hidden('notShown') : hidden('shownColumnGone', captionsOf(grid));
}

function isSameGrid(grid: Grid, page: ShownPage): boolean {
  if (grid.name !== null && page.grid !== null) return grid.name === page.grid;
  const captions = captionsOf(grid);
  const kept = page.captions.filter((caption) => captions.some((each) => sameCaption(each, caption)));
  return kept.length >= page.captions.length / 2;
}

function placeOfShown({ columns, rows }: Grid, { column, captions }: ShownPage): ColumnPlace | null {
  const { caption, ...place } = column;
  if (caption !== null) {
    const [found, ...others] = columns.filter((each) => sameCaption(each.caption, caption));
    return others.length === 0 ? (found?.place ?? null) : null;
  }
  const isUnchanged =
    captions.length === columns.length &&
    captions.every((each, at) => sameCaption(each, columns[at]?.caption ?? '')) &&
    rows[0]?.childElementCount === place.cells;
  return isUnchanged ? place : null;
}

function captionsOf({ columns }: Grid): readonly string[] {
  return columns.map(({ caption }) => caption);
}
