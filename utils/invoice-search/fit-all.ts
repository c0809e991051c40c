import { cellSurroundings } from './cell-surroundings';
import { settleBadge } from './fit-badge';
import type { Placed } from './place-badges';

/** Fits badges into their cells: first everything is read, then everything is moved, so that layout happens once. */
export function fitAll(badges: readonly { readonly cell: Element; readonly placed: Placed }[]): void {
  const settled = badges.flatMap(({ cell, placed }) => {
    const { x, y, height, widths, scale } = placed.badge.measure();
    const surroundings = cellSurroundings(cell, placed.badge.element, scale);
    if (surroundings === null) return [];
    const to = settleBadge(widths, height, surroundings);
    return [{ placed, size: to.size, x: half(to.x - x), y: half(to.y - y) }];
  });
  for (const { placed, size, x, y } of settled) {
    placed.badge.show(size, x, y);
    placed.fitted = true;
  }
}

/** To half a pixel: finer steps move nothing that can be seen. */
function half(pixels: number): number {
  return Math.round(2 * pixels) / 2;
}
