import type { BadgeFacts } from '@/utils/messaging/protocol';
import { BADGE_TAG, createBadge, type Badge } from './badge';
import { badgeContent } from './badge-content';
import { edgesInWindow } from './edges-in-window';
import { fitAll } from './fit-all';
import type { Edges } from './fit-badge';
import { readNumber } from './read-number';
import type { NumberCell } from './read-rows';
import { sameFacts } from './same-facts';

/** Keeps badges in cells. What is known of a cell is kept beside it, never on it. */
export interface BadgePlacer {
  /** Takes off, without any layout, every badge whose cell does not show its invoice number any more. */
  removeStale(): void;
  /**
   * Makes the badges of these cells right and takes all others off; a cell that shows another number by now gets none.
   * What is put in is fitted, and seen, by the next call, once the page has been painted: no layout has to be waited for
   * then. Only what takes the place of another badge is fitted at once, so that nothing flickers.
   * Answers whether badges are left to be made or fitted, for which to call again.
   * @param atMost how many badges may be made, and how many fitted
   */
  place(
    cells: readonly NumberCell[],
    factsOf: (cell: NumberCell) => BadgeFacts | undefined,
    atMost: number,
  ): boolean;
  /** Has all badges fitted again, as after a column became wider; `place` sees to it. */
  refit(): void;
  /** Leaves nothing behind. */
  clear(): void;
}

/** A badge that somebody pressed. */
export interface PressedBadge {
  readonly number: string;
  /** Where it is in the window now, in CSS pixels; null while it is not on show. */
  readonly at: () => Edges | null;
  /** Gives it the focus back. */
  readonly focus: () => void;
}

export interface Placed {
  readonly badge: Badge;
  readonly number: string;
  readonly within: readonly number[];
  readonly facts: BadgeFacts;
  fitted: boolean;
}

export function createBadgePlacer(
  document: Document,
  onPress: (pressed: PressedBadge) => void = () => undefined,
): BadgePlacer {
  const placedIn = new WeakMap<Element, Placed>();
  /** Our own elements alone: cells are reached from them, so that cells the page drops can be forgotten. */
  const live = new Set<Element>();
  /** Those that are still to be fitted anew. */
  let misfits = new Set<Element>();
  let documents: readonly Document[] = [document];

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
  const all = (): Element[] => [
    ...new Set([...live, ...documents.flatMap((each) => [...each.getElementsByTagName(BADGE_TAG)])]),
  ];
  const fit = (cells: readonly Element[]): void =>
    fitAll(
      cells.flatMap((cell) => {
        const placed = placedIn.get(cell);
        return placed === undefined ? [] : [{ cell, placed }];
      }),
    );

  /** Fits so many anew, and answers whether some are left. Each is tried once: what is not laid out cannot be fitted. */
  const fitAnew = (atMost: number): boolean => {
    const some = [...misfits].slice(0, atMost);
    for (const element of some) misfits.delete(element);
    fit(some.flatMap((element) => cellOf(element) ?? []));
    return misfits.size > 0;
  };

  /** A badge is made anew whenever its invoice changes or its row is reused: the one on show now is meant. */
  const pressed = (first: Badge, number: string): PressedBadge => {
    const now = (): Badge | undefined => {
      const badges = [...live].flatMap((element) => {
        const cell = cellOf(element);
        const placed = cell === null ? undefined : placedIn.get(cell);
        return placed?.number === number ? [placed.badge] : [];
      });
      return badges.find((badge) => badge === first) ?? badges[0];
    };
    return {
      number,
      at: () => {
        const badge = now();
        return badge ? edgesInWindow(badge.element, badge.at()) : null;
      },
      focus: () => now()?.focus(),
    };
  };

  const put = ({ cell, number, within }: NumberCell, facts: BadgeFacts): void => {
    const badge = createBadge(cell.ownerDocument, badgeContent(number, facts), () =>
      onPress(pressed(badge, number)),
    );
    innermostBox(cell).append(badge.element);
    placedIn.set(cell, { badge, number, within, facts, fitted: false });
    live.add(badge.element);
  };

  return {
    removeStale() {
      for (const element of all()) {
        const cell = cellOf(element);
        const placed = cell === null ? undefined : placedIn.get(cell);
        const stays = cell?.isConnected && placed?.number === readNumber(cell, placed?.within);
        if (!stays) remove(element);
      }
    },
    place(cells, factsOf, atMost) {
      documents = [...new Set([document, ...cells.map(({ cell }) => cell.ownerDocument)])];
      const unfitted = cells.map(({ cell }) => cell).filter((cell) => placedIn.get(cell)?.fitted === false);
      if (atMost > 0) fit(unfitted);
      const isMisfit = fitAnew(Math.max(0, atMost - unfitted.length));
      const right = new Set<Element>();
      const replaced: Element[] = [];
      let made = 0;
      let isLeft = false;
      for (const each of cells) {
        const facts = factsOf(each);
        if (facts === undefined) continue;
        const placed = placedIn.get(each.cell);
        const isOfIt = placed?.number === each.number && each.cell.contains(placed.badge.element);
        if (placed !== undefined && !isOfIt) remove(placed.badge.element);
        if (!isOfIt || !sameFacts(placed.facts, facts)) {
          if (made === atMost) isLeft = true;
          else if (stillShows(each)) {
            if (isOfIt) {
              remove(placed.badge.element);
              replaced.push(each.cell);
            }
            put(each, facts);
            made += 1;
          }
        }
        const element = placedIn.get(each.cell)?.badge.element;
        if (element !== undefined) right.add(element);
      }
      for (const element of all()) if (!right.has(element)) remove(element);
      fit(replaced);
      return made > replaced.length || isLeft || isMisfit;
    },
    refit() {
      misfits = new Set(live);
    },
    clear() {
      for (const element of all()) remove(element);
      documents = [document];
    },
  };
}

function stillShows({ cell, number, within }: NumberCell): boolean {
  return cell.isConnected && readNumber(cell, within) === number;
}

/** The box that holds everything a cell shows: Manage wraps the content of most cells in a div. */
function innermostBox(cell: Element): Element {
  const [only] = cell.children;
  return only !== undefined && cell.childElementCount === 1 && only.localName === 'div' ? only : cell;
}
