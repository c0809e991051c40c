import { readText } from './caption';
import { cellIn, placeOf, samePlace, type ColumnPlace } from './column-place';
import { COLUMN_ATTRIBUTE } from './selectors';

/** A column as the header shows it. */
export interface HeaderColumn {
  /** Its part of the header, as wide as the column. */
  readonly cell: Element;
  readonly caption: string;
  /** Where its cells are; null where that cannot be told for certain. */
  readonly place: ColumnPlace | null;
}

/** The captions of a header, each with the widest box that holds no other. */
function headerCells(header: Element): readonly Element[] {
  const captions = [...header.querySelectorAll('*')].filter(
    (element) => element.childElementCount === 0 && readText(element) !== '',
  );
  return captions.map((caption) => {
    let cell = caption;
    for (let at = caption.parentElement; at !== null && at !== header; at = at.parentElement) {
      const around = at;
      if (captions.some((other) => other !== caption && around.contains(other))) break;
      cell = around;
    }
    return cell;
  });
}

/**
 * Pairs a header's columns with the cells of a row: by the number they share and by where their middle is. Where the
 * two disagree, and where two columns would share a cell, neither is believed. Without a row or without a layout
 * only the number is left. Reads the layout. Source for the middle: userscript "Comfort Glamour" 1.11.5 (T).
 */
export function headerColumns(header: Element, row: Element | null): readonly HeaderColumn[] {
  const cells = headerCells(header);
  const below = row === null ? [] : cells.map((cell) => cellBelow(cell, row));
  return cells.map((cell, at) => {
    const index = cell.closest(`[${COLUMN_ATTRIBUTE}]`)?.getAttribute(COLUMN_ATTRIBUTE) || null;
    const numbered = index === null ? null : { cellIndex: index, position: -1, cells: 0 };
    const found = below[at] ?? null;
    const isShared = found !== null && below.indexOf(found) !== below.lastIndexOf(found);
    return { cell, caption: readText(cell), place: settle(numbered, row, found, isShared) };
  });
}

/** Whether every caption stands above a cell of its own, and every filled cell below a caption. Reads the layout. */
export function standsAbove(header: Element, row: Element): boolean {
  const below = headerCells(header).map((cell) => cellBelow(cell, row));
  const distinct = new Set(below);
  const filled = [...row.children].filter((cell) => readText(cell) !== '');
  return distinct.size === below.length && !distinct.has(null) && filled.every((cell) => distinct.has(cell));
}

function settle(
  numbered: ColumnPlace | null,
  row: Element | null,
  below: Element | null,
  isShared: boolean,
): ColumnPlace | null {
  if (row === null || below === null) return numbered;
  const placed = placeOf(below, row);
  if (numbered === null || cellIn(row, numbered) === null) return isShared ? null : placed;
  return samePlace(numbered, placed) ? numbered : null;
}

/** The cell of the row under the middle of a part of the header; null while there is no layout. */
function cellBelow(part: Element, row: Element): Element | null {
  const { left, width } = part.getBoundingClientRect();
  if (width === 0) return null;
  const middle = left + width / 2;
  const [cell, ...others] = [...row.children].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && box.left <= middle && middle < box.right;
  });
  return others.length === 0 ? (cell ?? null) : null;
}
