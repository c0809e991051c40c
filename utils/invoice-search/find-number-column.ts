import { leafTexts, readText, sameCaption } from './caption';
import { select } from './select';
import { COLUMN_ATTRIBUTE, SELECTORS } from './selectors';
import { hidden, sighted, type Sighting } from './sighting';

export interface NumberColumn {
  readonly index: string;
  readonly cell: Element;
}

/**
 * The column that holds invoice numbers. Captions are tried in their order, so that `Invoice Number` wins over
 * `Invoice`; a caption that two columns carry decides nothing, and then no column is taken.
 */
export function findNumberColumn(header: Element, captions: readonly string[]): Sighting<NumberColumn> {
  const cells = select(header, SELECTORS.headerCell);
  for (const caption of captions) {
    const columns = new Map<string, Element>();
    for (const cell of cells) {
      const index = cell.getAttribute(COLUMN_ATTRIBUTE);
      if (index && reads(cell, caption)) columns.set(index, cell);
    }
    if (columns.size > 1) return hidden('several-number-columns', [caption]);
    const [only] = columns;
    if (only !== undefined) return sighted({ index: only[0], cell: only[1] });
  }
  return hidden('no-number-column', cells.map(readText));
}

function reads(cell: Element, caption: string): boolean {
  return sameCaption(readText(cell), caption) || leafTexts(cell).some((text) => sameCaption(text, caption));
}
