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

/** Room kept free at the window's edges, in CSS pixels. */
export const MARGIN = 8;
/** Between badge and card. */
const GAP = 4;

/**
 * Where the card's upper left corner goes: below its badge or, where there is more room, above it, beginning where
 * the badge begins in the direction of reading, and always within the window. Without a badge it goes to the middle.
 */
export function placeCard(
  badge: Rect | null,
  { width, height }: Size,
  window: Size,
  rightToLeft: boolean,
): { readonly left: number; readonly top: number } {
  const within = (at: number, size: number, room: number): number =>
    Math.max(MARGIN, Math.min(at, room - MARGIN - size));
  if (badge === null) {
    return {
      left: within((window.width - width) / 2, width, window.width),
      top: within((window.height - height) / 2, height, window.height),
    };
  }
  const below = badge.bottom + GAP;
  const above = badge.top - GAP - height;
  const fitsBelow = below + height <= window.height - MARGIN;
  const top = fitsBelow || above < MARGIN ? below : above;
  return {
    left: within(rightToLeft ? badge.right - width : badge.left, width, window.width),
    top: within(top, height, window.height),
  };
}
