import type { NumberCell } from './read-rows';

/** A cell with its upper and lower edge, in CSS pixels of its document's window. */
export interface PlacedCell extends NumberCell {
  readonly top: number;
  readonly bottom: number;
}

/** Invoice numbers by where their rows are. */
export interface View {
  /** What the window shows now. */
  readonly inView: readonly string[];
  /** What it shows now or soon will: up to its own height away. */
  readonly near: readonly string[];
}

/** Where cells are now. Reads from the layout, once for each. */
export function placesOf(cells: readonly NumberCell[]): readonly PlacedCell[] {
  return cells.map((each) => {
    const { top, bottom } = each.cell.getBoundingClientRect();
    return { ...each, top, bottom };
  });
}

/** Sorts cells by whether the window of their document shows them. */
export function viewOf(cells: readonly PlacedCell[]): View {
  const heights = new Map<Document, number>();
  const heightOf = ({ ownerDocument: document }: Element): number => {
    const height = heights.get(document) ?? document.defaultView?.innerHeight ?? 0;
    heights.set(document, height);
    return height;
  };
  const within = (windows: number): readonly string[] =>
    cells
      .filter(({ cell, top, bottom }) => {
        const height = heightOf(cell);
        return bottom >= -windows * height && top <= (1 + windows) * height;
      })
      .map(({ number }) => number);
  return { inView: within(0), near: within(1) };
}
