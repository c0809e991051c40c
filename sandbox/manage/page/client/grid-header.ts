import type { GridQuery } from '../grid-query.ts';
import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import type { PageOptions } from './page-options.ts';
import { sizingRow } from './sizing-row.ts';
import type { Column, ColumnId } from './screens.ts';
import type { Words } from './words.ts';

interface GridHeaderOptions {
  readonly columns: readonly Column[];
  readonly words: Words;
  readonly css: ClassNames;
  readonly options: Pick<PageOptions, 'numbering' | 'named'>;
  readonly query: Pick<GridQuery, 'sort' | 'filters'>;
  onSort(column: string): void;
  onFilter(column: string, text: string): void;
  onSearch(): void;
}

/** The strip above the rows: a table of its own beside theirs, with a row of captions and a row of filters. */
export function createGridHeader(document: Document, options: GridHeaderOptions): HTMLDivElement {
  const { columns, words, css, query } = options;
  const { numbering, named } = options.options;
  const isNumbered = numbering !== 'rows' && numbering !== 'none';
  const attributes = (id: ColumnId, at: number): Record<string, string> => ({
    ...(isNumbered ? { cellindex: String(at + 1) } : {}),
    ...(named ? { 'data-column': id === 'number' ? 'Invoice_Number' : id } : {}),
  });
  const captions = columns.map(({ id, align }, at) => {
    const sorted = query.sort?.column === id ? [query.sort.descending ? 'sorted-down' : 'sorted-up'] : [];
    const cell = element(
      document,
      'td',
      {
        class: css('header-cell', ...(align ? ['cell-right'] : []), ...sorted),
        attributes: attributes(id, at),
      },
      element(
        document,
        'div',
        { class: css('header-inner') },
        element(document, 'span', { class: 'gwt-InlineHTML', text: words.columns[id] }),
      ),
    );
    cell.addEventListener('click', () => options.onSort(id));
    return cell;
  });
  const filters = columns.map(({ id }, at) => {
    const input = element(document, 'input', {
      class: `${css('filter')} cw_CwTextBox`,
      attributes: { type: 'text', 'aria-label': words.columns[id], value: query.filters[id] ?? '' },
    });
    input.addEventListener('input', () => options.onFilter(id, input.value));
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') options.onSearch();
    });
    return element(
      document,
      'td',
      { class: css('filter-cell'), attributes: attributes(id, at) },
      element(document, 'div', { class: css('filter-inner') }, input),
    );
  });
  const filler = (): HTMLTableCellElement => element(document, 'td', { class: css('header-cell') });
  const body = element(
    document,
    'tbody',
    {},
    sizingRow(document, columns, false),
    element(document, 'tr', { class: css('captions') }, ...captions, filler(), filler()),
    element(document, 'tr', { class: css('filters') }, ...filters, filler(), filler()),
  );
  const table = element(document, 'table', { class: css('table') }, body);
  return element(
    document,
    'div',
    { class: `${css('header')} cw-ml-header` },
    element(document, 'div', { class: css('header-slide') }, table),
  );
}
