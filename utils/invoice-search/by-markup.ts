import { placeOf, samePlace, type ColumnPlace } from './column-place';
import type { Grid } from './read-grids';
import { NAMING_ATTRIBUTES, NUMBER_COLUMN_NAME } from './selectors';
import { hidden, sighted, type Sighting } from './sighting';

/** The column that the client itself names so in its markup, whatever the user's language. */
export function byMarkup({ rows, columns }: Grid): Sighting<ColumnPlace> {
  const named = columns.filter(({ cell }) => isNamed(cell));
  if (named.some(({ place }) => place === null)) return hidden('columnsAstray');
  const [row] = rows;
  const inRow = row === undefined ? [] : [...row.children].filter(isNamed).map((cell) => placeOf(cell, row));
  const [place, ...others] = [...named.flatMap((column) => column.place ?? []), ...inRow];
  if (place === undefined) return hidden('noNumberColumn');
  return others.every((other) => samePlace(other, place)) ? sighted(place) : hidden('severalNumberColumns');
}

function isNamed(cell: Element): boolean {
  return [cell, ...cell.querySelectorAll('*')].some((element) =>
    NAMING_ATTRIBUTES.some((name) => NUMBER_COLUMN_NAME.test(element.getAttribute(name) ?? '')),
  );
}
