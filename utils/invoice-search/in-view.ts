import type { NumberCell } from './read-rows';

/** Invoice numbers by where their rows are. */
export interface View {
  /** What the window shows now. */
  readonly inView: readonly string[];
  /** What it shows now or soon will: up to its own height away. */
  readonly near: readonly string[];
}

/** Sorts cells by whether the window of their document shows them. Reads from the layout. */
export function viewOf(cells: readonly NumberCell[]): View {
  const placed = cells.map(({ cell, number }) => {
    const { top, bottom } = cell.getBoundingClientRect();
    return { number, top, bottom, height: cell.ownerDocument.defaultView?.innerHeight ?? 0 };
  });
  const within = (windows: number): readonly string[] =>
    placed
      .filter(({ top, bottom, height }) => bottom >= -windows * height && top <= (1 + windows) * height)
      .map(({ number }) => number);
  return { inView: within(0), near: within(1) };
}
