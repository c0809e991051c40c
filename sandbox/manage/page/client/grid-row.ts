import type { GridRow } from '../grid-query.ts';
import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import type { Refill } from './page-options.ts';
import type { Column } from './screens.ts';

/** A row element and the place in the result it stands for at the moment. */
export interface RowSlot {
  readonly element: HTMLTableRowElement;
  /** Position of its record in the grid's rows. */
  index: number;
  fill(row: GridRow): void;
  /** Shows whether the row is selected; its cells stay as they are. */
  mark(selected: boolean): void;
  /** Empties the cells with links, as Manage does on some of the rows it is about to use again. */
  blank(): void;
}

/**
 * A row with its cells. A checkbox column leads and two fillers trail, none of them numbered: counting cells leads one
 * column astray, `cellindex` does not.
 */
export function createRowSlot(
  document: Document,
  columns: readonly Column[],
  css: ClassNames,
  refill: Refill,
): RowSlot {
  const cells = columns.map((column, at) => createCell(document, column, at + 1, css, refill));
  const checker = element(
    document,
    'td',
    { class: css('cell', 'checker-cell') },
    element(document, 'div', { class: `x-grid-row-checker ${css('checker')}` }),
  );
  const fillers = [0, 1].map(() => element(document, 'td', { class: css('cell', 'filler') }));
  const row = element(document, 'tr', {}, checker, ...cells.map(({ td }) => td), ...fillers);
  const rowClass = `${css('row')} cw-ml-row`;
  row.className = rowClass;
  return {
    element: row,
    index: -1,
    mark(selected) {
      row.className = selected ? `${rowClass} ${css('row-selected')}` : rowClass;
    },
    fill({ cells: texts }) {
      cells.forEach((cell, at) => cell.fill(texts[columns[at]?.id ?? ''] ?? ''));
    },
    blank() {
      cells.forEach((cell, at) => {
        if (columns[at]?.opens) cell.fill('');
      });
    },
  };
}

function createCell(document: Document, column: Column, cellindex: number, css: ClassNames, refill: Refill) {
  const td = element(document, 'td', {
    class: column.align ? css('cell', 'cell-right') : css('cell'),
    attributes: { cellindex: String(cellindex) },
  });
  let inner = element(document, 'div', { class: css('cell-inner') });
  let textNode = document.createTextNode('');
  inner.append(content());
  td.append(inner);

  /** The cell's own markup around a new text node. */
  function content(): Node {
    textNode = document.createTextNode('');
    return column.opens
      ? element(document, 'a', { class: `${css('link')} multilineClickable` }, textNode)
      : textNode;
  }

  return {
    td,
    fill(text: string): void {
      if (refill === 'contents') inner.replaceChildren(content());
      if (refill === 'cell') {
        inner = element(document, 'div', { class: css('cell-inner') }, content());
        td.replaceChildren(inner);
      }
      textNode.data = text;
      inner.title = text;
    },
  };
}
