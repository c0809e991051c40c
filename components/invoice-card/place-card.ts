/** Edges in CSS pixels of the window. */
export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface CardSize extends Size {
  /** The greatest height it may come to: a card that grows must not jump to another side. */
  readonly most: number;
}

/** Where a card's upper left corner goes, and how high it may be there; what does not fit is scrolled. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** Room kept free at the window's edges, in CSS pixels. */
export const MARGIN = 8;
/** Between badge and card. */
const GAP = 4;

/**
 * Places a card by its badge, within the window and without covering the badge: below it, above it or, in the direction
 * of reading first, beside it, wherever there is room for all that the card may grow to. Where there is none, it is made
 * to fit below or above, whichever is more. Without a badge it goes to the middle.
 */
export function placeCard(badge: Rect | null, card: CardSize, window: Size, rightToLeft: boolean): Place {
  const whole = window.height - 2 * MARGIN;
  const most = Math.min(card.most, whole);
  const height = Math.min(card.height, most);
  if (badge === null) {
    return {
      left: within((window.width - card.width) / 2, card.width, window.width),
      top: within((window.height - height) / 2, height, window.height),
      maxHeight: most,
    };
  }
  const below = window.height - MARGIN - badge.bottom - GAP;
  const above = badge.top - GAP - MARGIN;
  const maxHeight = Math.max(0, Math.min(most, Math.max(below, above)));
  const shown = Math.min(height, maxHeight);
  /** Beginning where the badge begins. Where that is out of sight, as near as the window allows. */
  const at = (top: number): Place => ({
    left: within(rightToLeft ? badge.right - card.width : badge.left, card.width, window.width),
    top: within(top, shown, window.height),
    maxHeight,
  });
  const placeBelow = at(badge.bottom + GAP);
  const placeAbove = at(badge.top - GAP - shown);
  if (below >= most) return placeBelow;
  if (above >= most) return placeAbove;

  const right = badge.right + GAP;
  const left = badge.left - GAP - card.width;
  const sides = [right + card.width <= window.width - MARGIN && right, left >= MARGIN && left];
  const beside = (rightToLeft ? sides.reverse() : sides).find((side) => side !== false);
  if (beside !== undefined) {
    return {
      left: within(beside, card.width, window.width),
      top: within(badge.top, height, window.height),
      maxHeight: most,
    };
  }
  return below >= above ? placeBelow : placeAbove;
}

/** As near to a place as the window allows. */
function within(at: number, size: number, room: number): number {
  return Math.max(MARGIN, Math.min(at, room - MARGIN - size));
}
