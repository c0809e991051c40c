import type { PageOptions } from './page-options.ts';

/** What the host page noticed: tests ask it whether the host was disturbed. */
export interface HostLog {
  rowClicks: number;
  hotkeys: number;
  /** The keys behind `hotkeys`, oldest first. */
  readonly keys: string[];
  /** Errors and rejections nobody caught, in this document or a grid's frame. */
  readonly errors: string[];
  /** Texts of the links that were followed. */
  readonly opened: string[];
  /** Presses of the Export button; what it would write does not matter here. */
  exports: number;
  /** Grids put into the page so far. */
  gridsShown: number;
  /** The grids of Invoice Search with their cells of invoice numbers: what a badge may stand in. */
  invoiceGrids: readonly {
    readonly element: Element;
    readonly numberCells: () => readonly { readonly cell: Element; readonly text: string }[];
  }[];
  /** Row elements that were given another record while scrolling. */
  rowsRecycled: number;
}

declare global {
  interface Window {
    __host: HostLog;
  }
}

/** Starts the log of this page, at `window.__host`. */
export function startHostLog(window: Window, { hotkeys }: Pick<PageOptions, 'hotkeys'>): HostLog {
  const log: HostLog = {
    rowClicks: 0,
    hotkeys: 0,
    keys: [],
    errors: [],
    opened: [],
    exports: 0,
    gridsShown: 0,
    rowsRecycled: 0,
    invoiceGrids: [],
  };
  window.__host = log;
  watchWindow(window, log);
  if (hotkeys === 'first') window.addEventListener('keydown', (event) => hear(event, log), true);
  return log;
}

/**
 * Notes errors and hotkeys of a window. Manage listens for hotkeys on the document, for every key that is not typed
 * into one of its own fields.
 */
export function watchWindow(window: Window, log: HostLog): void {
  window.addEventListener('error', ({ message }) => log.errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => log.errors.push(String(reason)));
  window.document.addEventListener('keydown', (event) => hear(event, log));
}

function hear({ key, target }: KeyboardEvent, log: HostLog): void {
  if ((target as Element).matches?.('input, select, textarea')) return;
  log.hotkeys += 1;
  log.keys.push(key);
}
