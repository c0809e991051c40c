import type { NumberCell } from './read-rows';

/** Invoice numbers by where their rows are. */
export interface View {
  /** What the window shows now. */
  readonly inView: readonly string[];
  /** What it shows now or soon will: up to its own height away. */
  readonly near: readonly string[];
}

/** Sorts the cells of a grid by whether the window shows them. Reads from the layout. */
export function viewOf(cells: readonly NumberCell[], { innerHeight }: Window): View {
  const placed = cells.map(({ cell, number }) => ({ number, rect: cell.getBoundingClientRect() }));
  const within = (top: number, bottom: number): readonly string[] =>
    placed.filter(({ rect }) => rect.bottom >= top && rect.top <= bottom).map(({ number }) => number);
  return { inView: within(0, innerHeight), near: within(-innerHeight, 2 * innerHeight) };
}
