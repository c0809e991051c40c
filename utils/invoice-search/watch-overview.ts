import type { BadgeFacts } from '@/utils/messaging/protocol';
import { overviewOf, type CurrencyOverview } from '@/utils/payments/overview';
import { edgesInWindow } from './edges-in-window';
import type { Edges } from './fit-badge';
import type { PlacedCell } from './in-view';
import type { Grid } from './read-grids';
import type { NumberCell } from './read-rows';

/** How the invoices in view stand together, and where their grid begins in CSS pixels of the window. */
export interface Overview {
  readonly currencies: readonly CurrencyOverview[];
  readonly at: { readonly left: number; readonly top: number; readonly width: number };
}

/** Tells of the invoices in view together, whenever that has changed. */
export interface OverviewWatch {
  /** What is on show now. Reads from the layout. */
  look(grids: readonly Pick<Grid, 'table' | 'header'>[], cells: readonly PlacedCell[]): void;
  /** Adds up what is known of what was in view when it was last looked at. */
  tell(factsOf: (cell: NumberCell) => BadgeFacts | undefined): void;
}

export function watchOverview(onOverview: (overview: Overview | null) => void): OverviewWatch {
  let at: Overview['at'] | null = null;
  let inView: readonly NumberCell[] = [];
  let told = 'null';
  return {
    look(grids, cells) {
      const filled = grids.flatMap((grid) => {
        const within = cells.filter(({ cell }) => grid.table.contains(cell));
        return within.length === 0 ? [] : [{ ...grid, cells: within }];
      });
      const [first] = filled;
      at = first === undefined ? null : beginOf(first.header ?? first.table);
      inView = filled.flatMap(({ table, cells: within }) => {
        const seen = visiblePart(table, table.getBoundingClientRect());
        return within.filter((cell) => isWithin(cell, seen));
      });
    },
    tell(factsOf) {
      const known = new Map(
        inView.flatMap((cell) => {
          const facts = factsOf(cell);
          return facts === undefined ? [] : [[cell.number, facts]];
        }),
      );
      const currencies = at === null ? [] : overviewOf([...known.values()]);
      const overview = at === null || currencies.length === 0 ? null : { currencies, at };
      const text = JSON.stringify(overview);
      if (text === told) return;
      told = text;
      onOverview(overview);
    },
  };
}

/** The upper edge of a grid, as far as it can be seen of a grid that is scrolled sideways. */
function beginOf(top: Element): Overview['at'] | null {
  const edges = edgesInWindow(top, visiblePart(top, top.getBoundingClientRect()));
  if (edges === null || edges.right <= edges.left || edges.bottom <= edges.top) return null;
  const { left, right } = edges;
  return { left: Math.round(left), top: Math.round(edges.top), width: Math.round(right - left) };
}

/** What of an element's edges its window and the boxes around it that clip leave to be seen. */
function visiblePart(element: Element, edges: Edges): Edges {
  const { innerWidth = 0, innerHeight = 0 } = element.ownerDocument.defaultView ?? {};
  let seen = meet(edges, { left: 0, right: innerWidth, top: 0, bottom: innerHeight });
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    const around = box.getBoundingClientRect();
    const met = meet(seen, around);
    // Asking for a style costs more than asking for edges, and most boxes clip nothing.
    const wouldClip = Object.entries(met).some(([edge, value]) => value !== seen[edge as keyof Edges]);
    if (wouldClip && getComputedStyle(box).overflow !== 'visible') seen = met;
  }
  return seen;
}

function meet(a: Edges, b: Edges): Edges {
  return {
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Whether more than half of the height lies within. */
function isWithin({ top, bottom }: Pick<Edges, 'top' | 'bottom'>, seen: Edges): boolean {
  const middle = (top + bottom) / 2;
  return middle >= seen.top && middle <= seen.bottom;
}
