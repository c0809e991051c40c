import { leafTexts } from './caption';
import { standsAbove } from './header-columns';
import { select } from './select';
import { HEADER_WITHIN_ANCESTORS, LEAST_CAPTIONS, SELECTORS } from './selectors';

/**
 * The header that belongs to a table: the nearest one, climbing a few ancestors. The climb ends where another grid
 * begins, for its header may be that one's. A header that no selector knows is one whose captions stand above the
 * row's cells, each above another.
 */
export function findHeader(table: Element, tables: readonly Element[], row: Element | null): Element | null {
  return (
    climb(table, tables, (around) => known(table, around)) ??
    climb(table, tables, (around, path) => above(around, path, row))
  );
}

function climb(
  table: Element,
  tables: readonly Element[],
  find: (around: Element, path: Element) => Element | undefined,
): Element | null {
  let path = table;
  for (let climbed = 0; climbed < HEADER_WITHIN_ANCESTORS; climbed += 1) {
    const around = path.parentElement;
    if (around === null) return null;
    if (tables.some((other) => other !== table && around.contains(other))) return null;
    const header = find(around, path);
    if (header !== undefined) return header;
    path = around;
  }
  return null;
}

function known(table: Element, around: Element): Element | undefined {
  return select(
    around,
    SELECTORS.header,
    (each) => !each.contains(table) && !table.contains(each) && leafTexts(each).length >= LEAST_CAPTIONS,
  )[0];
}

/** Something before the table on its way up, or the table's own head. */
function above(around: Element, path: Element, row: Element | null): Element | undefined {
  if (row === null) return undefined;
  const before = [...around.children].slice(0, [...around.children].indexOf(path)).reverse();
  const head = path.querySelector(':scope > thead');
  return [...(head === null ? [] : [head]), ...before].find(
    (each) => leafTexts(each).length >= LEAST_CAPTIONS && standsAbove(each, row),
  );
}
