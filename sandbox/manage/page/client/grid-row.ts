import type { GridRow } from '../grid-query.ts';
import type { ClassNames } from './class-names.ts';
import { classesFor, element } from './element.ts';
import type { Numbering, PageOptions, Refill } from './page-options.ts';
import type { Column, ColumnId } from './screens.ts';

/** A row element and the place in the result it stands for at the moment. */
export interface RowSlot {
  readonly element: HTMLTableRowElement;
  /** Position of its record in the grid's rows. */
  index: number;
  fill(row: GridRow): void;
  /** Shows whether the row is selected; its cells stay as they are. */
  mark(selected: boolean): void;
  /** The cell of a column and the text it shows at the moment. */
  shown(id: ColumnId): { readonly cell: Element; readonly text: string } | undefined;
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
  { refill, numbering }: Pick<PageOptions, 'refill' | 'numbering'>,
): RowSlot {
  const cells = columns.map((column, at) =>
    createCell(document, column, cellNumber(at, numbering), css, refill),
  );
  const checker = element(
    document,
    'td',
    { class: css('cell', 'checker-cell') },
    element(document, 'div', { class: `x-grid-row-checker ${css('checker')}` }),
  );
  const fillers = [0, 1].map(() => element(document, 'td', { class: css('cell', 'filler') }));
  const row = element(document, 'tr', {}, checker, ...cells.map(({ td }) => td), ...fillers);
  const rowClass = `${css('row')} cw-ml-row`;
  row.className = classesFor(rowClass);
  return {
    element: row,
    index: -1,
    mark(selected) {
      row.className = classesFor(selected ? `${rowClass} ${css('row-selected')}` : rowClass);
    },
    fill({ cells: texts }) {
      cells.forEach((cell, at) => cell.fill(texts[columns[at]?.id ?? ''] ?? ''));
    },
    shown(id) {
      const cell = cells[columns.findIndex((column) => column.id === id)];
      return cell && { cell: cell.td, text: cell.text() };
    },
    blank() {
      cells.forEach((cell, at) => {
        if (columns[at]?.opens) cell.fill('');
      });
    },
  };
}

/** The number of a row's cell; null where rows are not numbered. */
function cellNumber(at: number, numbering: Numbering): number | null {
  if (numbering === 'header' || numbering === 'none') return null;
  return numbering === 'off-by-one' ? at + 2 : at + 1;
}

function createCell(
  document: Document,
  column: Column,
  cellindex: number | null,
  css: ClassNames,
  refill: Refill,
) {
  const td = element(document, 'td', {
    class: column.align ? css('cell', 'cell-right') : css('cell'),
    attributes: cellindex === null ? {} : { cellindex: String(cellindex) },
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
    text: () => textNode.data,
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
