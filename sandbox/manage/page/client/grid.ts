import type { GridAnswer, GridQuery, GridRow } from '../grid-query.ts';
import type { ClassNames } from './class-names.ts';
import { element } from './element.ts';
import { createGridHeader } from './grid-header.ts';
import { createRowSlot } from './grid-row.ts';
import type { HostLog } from './host-log.ts';
import type { PageOptions } from './page-options.ts';
import { createRowPool } from './row-pool.ts';
import type { GridScreen } from './screens.ts';
import { leastWidth, sizingRow } from './sizing-row.ts';
import type { Words } from './words.ts';

const ROW_HEIGHT = 24;
/** Rows kept ready above and below those in sight. */
const MARGIN = 6;

export interface GridOptions {
  readonly screen: GridScreen;
  readonly answer: GridAnswer;
  readonly query: Pick<GridQuery, 'sort' | 'filters'>;
  readonly words: Words;
  readonly css: ClassNames;
  readonly options: PageOptions;
  readonly log: HostLog;
  onSort(column: string): void;
  onFilter(column: string, text: string): void;
  onSearch(): void;
  onOpen(row: GridRow, text: string): void;
}

/** A list of records as Manage builds it: header strip, scroller, and a table whose rows are used again and again. */
export function createGrid(document: Document, grid: GridOptions): HTMLDivElement {
  const { screen, answer, css, options, log } = grid;
  const { columns } = screen;
  const { rows } = answer;
  const header = createGridHeader(document, { ...grid, columns });
  const body = element(document, 'tbody');
  const table = element(
    document,
    'table',
    { class: `${css('table', 'rows')} ${screen.grid}-grid` },
    element(document, 'tbody', {}, sizingRow(document, columns, true)),
    body,
  );
  const width = `min-width:${leastWidth(columns)}px`;
  const canvas = element(
    document,
    'div',
    { class: css('canvas'), style: `${width};height:${rows.length * ROW_HEIGHT}px` },
    table,
  );
  const scroller = element(
    document,
    'div',
    { class: css('scroller'), attributes: { id: `${screen.grid}-listview-scroller` } },
    canvas,
  );
  header.firstElementChild?.setAttribute('style', width);

  const selected = new Set<number>();
  const inSight = Math.ceil((document.defaultView?.innerHeight ?? 0) / ROW_HEIGHT) + 2 * MARGIN;
  const size = Math.min(rows.length, Math.max(options.pool, inSight));
  const slots = Array.from({ length: size }, () => createRowSlot(document, columns, css, options));
  const pool = createRowPool({
    body,
    rows,
    slots,
    options,
    log,
    isSelected: ({ recId }) => selected.has(recId),
  });

  scroller.addEventListener('scroll', () => {
    header.scrollLeft = scroller.scrollLeft;
    pool.showFrom(Math.trunc(scroller.scrollTop / ROW_HEIGHT) - MARGIN);
    table.style.top = `${pool.first() * ROW_HEIGHT}px`;
  });
  const rowAt = (target: Element): GridRow | undefined => rows[pool.slotOf(target)?.index ?? -1];
  // GXT selects when the button goes down and opens when it comes up; both listen on the grid, not on the row.
  scroller.addEventListener('mousedown', ({ target }) => {
    const row = rowAt(target as Element);
    if (row === undefined) return;
    const onChecker = (target as Element).closest('td')?.previousElementSibling === null;
    if (!onChecker) selected.clear();
    if (!selected.delete(row.recId)) selected.add(row.recId);
    pool.markSelected();
  });
  scroller.addEventListener('click', ({ target }) => {
    const row = rowAt(target as Element);
    if (row === undefined) return;
    log.rowClicks += 1;
    const link = (target as Element).closest('a');
    if (link) grid.onOpen(row, link.textContent ?? '');
  });

  const whole = element(document, 'div', { class: `${css('grid')} mm_grid` }, header, scroller);
  if (screen.name === 'InvoiceSearch') {
    log.invoiceGrids = [
      ...log.invoiceGrids.filter(({ element: shown }) => shown.isConnected),
      { element: whole, numberCells: () => slots.flatMap((slot) => slot.shown('number') ?? []) },
    ];
  }
  return whole;
}
