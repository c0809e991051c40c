import type { ShownPage } from '@/utils/storage/shown-page';
import { byShown } from '../by-shown';
import { sameCaption } from '../caption';
import { placeOf, samePlace, type ColumnPlace } from '../column-place';
import type { ScreenName } from '../find-screen';
import type { Grid } from '../read-grids';
import { readNumber } from '../read-number';

/** Where something was pointed at. */
export interface Pointed {
  readonly grid: Grid;
  readonly row: Element;
  readonly cell: Element;
  /** What holds the text that was pointed at: the cell itself, or something in it. */
  readonly target: Element;
}

/** What was pointed at, and how the column around it is found again; null where nothing could find it again. */
export function shownPageOf(
  { grid, row, cell, target }: Pointed,
  screen: ScreenName,
): { readonly page: ShownPage; readonly place: ColumnPlace } | null {
  const place = placeOf(cell, row);
  const header = grid.columns.find((column) => column.place !== null && samePlace(column.place, place));
  const captions = grid.columns.map(({ caption }) => caption);
  const isOnly = captions.filter((each) => sameCaption(each, header?.caption ?? '')).length === 1;
  const page: ShownPage = {
    screen,
    grid: grid.name,
    captions: [...captions],
    column: { caption: header && isOnly ? header.caption : null, ...place },
    within: [...wayTo(target, cell)],
  };
  const again = byShown(grid, [page]).found;
  return again !== null && samePlace(again.place, place) ? { page, place } : null;
}

/** Empty where the cell's number is what was pointed at, or nothing but the cell was. */
function wayTo(target: Element, cell: Element): readonly number[] {
  if (target === cell || !cell.contains(target) || target.textContent.trim() === readNumber(cell)) return [];
  const way: number[] = [];
  for (let at = target; at !== cell && at.parentElement !== null; at = at.parentElement) {
    way.unshift([...at.parentElement.children].indexOf(at));
  }
  return way;
}
