import type { GridAnswer, GridQuery, GridRow } from '../grid-query.ts';
import { createBanner } from './banner.ts';
import type { ClassNames } from './class-names.ts';
import { createGrid } from './grid.ts';
import { createGridHolder } from './grid-holder.ts';
import type { HostLog } from './host-log.ts';
import type { PageOptions } from './page-options.ts';
import { createPager } from './pager.ts';
import { requestRows } from './request-rows.ts';
import { gridScreen, type GridScreen, type GridScreenName } from './screens.ts';
import { createToolbar } from './toolbar.ts';
import type { Words } from './words.ts';

export interface ScreenViewOptions {
  readonly document: Document;
  readonly workspace: HTMLElement;
  readonly css: ClassNames;
  readonly words: Words;
  readonly options: PageOptions;
  readonly log: HostLog;
  /** The module a screen belongs to, for its banner. */
  moduleOf(screen: GridScreenName): string;
  onOpen(screen: GridScreenName, row: GridRow, text: string): void;
}

/**
 * Shows a screen with its grid, until the signal says that another screen takes over. What was on the page before stays
 * until the rows are there, then everything is exchanged in one task.
 */
export async function showGridScreen(
  name: GridScreenName,
  { document, workspace, css, words, options, log, moduleOf, onOpen }: ScreenViewOptions,
  signal: AbortSignal,
): Promise<void> {
  const screen = gridScreen(name, options);
  let query: GridQuery = {
    sort: screen.sort,
    page: 1,
    pageSize: options.pageSize,
    filters: {},
    limit: options.rows,
    dates: options.dates,
  };
  const holder = createGridHolder(document, css, log, options.frame);
  const toolbar = createToolbar(document, {
    words,
    css,
    onSearch: () => ask({ page: 1 }),
    onClear: () => ask({ page: 1, filters: {}, sort: screen.sort }),
    onExport: () => log.exports++,
  });
  const second = secondScreen(name, options);
  const below = second === null ? null : createGridHolder(document, css, log, options.frame);
  let pager = document.createElement('div');

  const first = await requestRows(screen.grid, query, options.latency, signal);
  workspace.replaceChildren(
    createBanner(document, css, moduleOf(name), words.screens[name]),
    toolbar,
    holder.element,
    ...(below === null ? [] : [below.element]),
    pager,
  );
  document.title = `Manage: ${words.screens[name]}`;
  show(first);
  if (second !== null) {
    const answer = await requestRows(second.grid, { ...query, sort: second.sort }, options.latency, signal);
    const still = (): void => undefined;
    const asked = { sort: second.sort, filters: {} };
    const on = { onSort: still, onFilter: still, onSearch: still, onOpen: still };
    below?.show((within) =>
      createGrid(within, { screen: second, answer, query: asked, words, css, options, log, ...on }),
    );
  }

  function ask(change: Partial<GridQuery>): void {
    query = { ...query, ...change };
    const asked = query;
    void requestRows(screen.grid, asked, options.latency, signal).then(
      (answer) => {
        if (asked === query) show(answer);
      },
      (error: unknown) => {
        if (!signal.aborted) log.errors.push(String(error));
      },
    );
  }

  function show(answer: GridAnswer): void {
    holder.show((within) =>
      createGrid(within, {
        screen,
        answer,
        query,
        words,
        css,
        options,
        log,
        onSort: (column) =>
          ask({
            page: 1,
            sort: { column, descending: query.sort?.column === column && !query.sort.descending },
          }),
        onFilter: (column, text) => {
          query = { ...query, filters: { ...query.filters, [column]: text } };
        },
        onSearch: () => ask({ page: 1 }),
        onOpen: (row, text) => onOpen(name, row, text),
      }),
    );
    const next = createPager(document, {
      words,
      css,
      query,
      answer,
      onPage: (page) => ask({ page }),
      onPageSize: (pageSize) => ask({ page: 1, pageSize }),
    });
    pager.replaceWith(next);
    pager = next;
  }
}

/** The grid that stands below that of Invoice Search. */
function secondScreen(name: GridScreenName, options: PageOptions): GridScreen | null {
  if (name !== 'InvoiceSearch' || options.second === 'none') return null;
  return gridScreen(options.second === 'tickets' ? 'ServiceBoard' : 'InvoiceSearch', options);
}
