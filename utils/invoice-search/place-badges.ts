import type { BadgeFacts } from '@/utils/messaging/protocol';
import { BADGE_TAG, createBadge, type Badge } from './badge';
import { badgeContent } from './badge-content';
import { cellSurroundings } from './cell-surroundings';
import { settleBadge } from './fit-badge';
import { readNumber } from './read-number';
import type { NumberCell } from './read-rows';
import { sameFacts } from './same-facts';

/** Keeps badges in cells. What is known of a cell is kept beside it, never on it. */
export interface BadgePlacer {
  /** Takes off, without any layout, every badge whose cell does not show its invoice number any more. */
  removeStale(): void;
  /**
   * Makes the badges of these cells right and takes all others off. Layout is needed once at most, after badges
   * were put in; `whileLaidOut` may read from it at no further cost.
   */
  place(
    cells: readonly NumberCell[],
    factsOf: (number: string) => BadgeFacts | undefined,
    whileLaidOut: () => void,
  ): void;
  /** Fits all badges again, as after a column became wider. */
  refit(): void;
  /** Leaves nothing behind. */
  clear(): void;
}

interface Placed {
  readonly badge: Badge;
  readonly number: string;
  readonly facts: BadgeFacts;
  fitted: boolean;
}

export function createBadgePlacer(document: Document): BadgePlacer {
  const placedIn = new WeakMap<Element, Placed>();
  /** Our own elements alone: cells are reached from them, so that cells the page drops can be forgotten. */
  const live = new Set<Element>();
  const present = document.getElementsByTagName(BADGE_TAG);

  const cellOf = (element: Element): Element | null => {
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      if (placedIn.get(at)?.badge.element === element) return at;
    }
    return null;
  };
  const remove = (element: Element): void => {
    const cell = cellOf(element);
    if (cell !== null) placedIn.delete(cell);
    element.remove();
    live.delete(element);
  };
  /** Badges the page copied with a row are in the document without being ours. */
  const all = (): Element[] => [...new Set([...live, ...present])];

  const fit = (cells: readonly Element[]): void => {
    const settled = cells.flatMap((cell) => {
      const placed = placedIn.get(cell);
      const surroundings = placed && cellSurroundings(cell, placed.badge.element);
      if (!placed || !surroundings) return [];
      const { x, y, height, widths } = placed.badge.measure();
      const to = settleBadge(widths, height, surroundings);
      return [{ placed, size: to.size, x: half(to.x - x), y: half(to.y - y) }];
    });
    for (const { placed, size, x, y } of settled) {
      placed.badge.show(size, x, y);
      placed.fitted = true;
    }
  };

  const put = ({ cell, number }: NumberCell, facts: BadgeFacts): void => {
    const badge = createBadge(document, badgeContent(number, facts));
    innermostBox(cell).append(badge.element);
    placedIn.set(cell, { badge, number, facts, fitted: false });
    live.add(badge.element);
  };

  return {
    removeStale() {
      for (const element of all()) {
        const cell = cellOf(element);
        const stays = cell?.isConnected && placedIn.get(cell)?.number === readNumber(cell);
        if (!stays) remove(element);
      }
    },
    place(cells, factsOf, whileLaidOut) {
      const right = new Set<Element>();
      for (const each of cells) {
        const facts = factsOf(each.number);
        if (facts === undefined) continue;
        const placed = placedIn.get(each.cell);
        const stays =
          placed?.number === each.number &&
          sameFacts(placed.facts, facts) &&
          each.cell.contains(placed.badge.element);
        if (!stays) {
          if (placed !== undefined) remove(placed.badge.element);
          put(each, facts);
        }
        const element = placedIn.get(each.cell)?.badge.element;
        if (element !== undefined) right.add(element);
      }
      for (const element of all()) if (!right.has(element)) remove(element);
      const unfitted = cells.map(({ cell }) => cell).filter((cell) => placedIn.get(cell)?.fitted === false);
      whileLaidOut();
      fit(unfitted);
    },
    refit() {
      fit([...live].flatMap((element) => cellOf(element) ?? []));
    },
    clear() {
      for (const element of all()) remove(element);
    },
  };
}

/** The box that holds everything a cell shows: Manage wraps the content of most cells in a div. */
function innermostBox(cell: Element): Element {
  const [only] = cell.children;
  return only !== undefined && cell.childElementCount === 1 && only.localName === 'div' ? only : cell;
}

/** To half a pixel: finer steps move nothing that can be seen. */
function half(pixels: number): number {
  return Math.round(2 * pixels) / 2;
}
