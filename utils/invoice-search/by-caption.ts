import { leafTexts, readText, sameCaption } from './caption';
import type { ColumnPlace } from './column-place';
import type { Grid } from './read-grids';
import { hidden, sighted, type Sighting } from './sighting';

/**
 * The column that a caption says holds invoice numbers. Captions are tried in their order, so that `Invoice Number`
 * wins over `Invoice`; a caption that two columns carry decides nothing, and then no column is taken.
 */
export function byCaption({ header, columns }: Grid, captions: readonly string[]): Sighting<ColumnPlace> {
  if (header === null) return hidden('noHeader');
  for (const caption of captions) {
    const [column, ...others] = columns.filter(({ cell }) => reads(cell, caption));
    if (others.length > 0) return hidden('severalNumberColumns', [caption]);
    if (column?.place === null) return hidden('columnsAstray', [caption]);
    if (column !== undefined) return sighted(column.place);
  }
  return hidden(
    'noNumberColumn',
    columns.map((each) => each.caption),
  );
}

function reads(cell: Element, caption: string): boolean {
  return sameCaption(readText(cell), caption) || leafTexts(cell).some((text) => sameCaption(text, caption));
}
