/** How much of a badge is shown, from all of it to none. */
export const BADGE_SIZES = ['full', 'no-date', 'compact', 'sign', 'none'] as const;
export type BadgeSize = (typeof BADGE_SIZES)[number];

/** Widths in CSS pixels; 0 for a part the badge does not have. */
export interface BadgeWidths {
  readonly sign: number;
  readonly amount: number;
  readonly compact: number;
  readonly date: number;
}

/** CSS pixels between the parts of a badge, at its two ends together, and from the cell's own content. */
export const GAP = 3;
export const ENDS = 6;
const DISTANCE = 6;

/** The width of a badge of that size in CSS pixels, its distance from the cell's own content included. */
export function badgeWidth({ sign, amount, compact, date }: BadgeWidths, size: BadgeSize): number {
  const parts = {
    full: [sign, amount, date],
    'no-date': [sign, amount],
    compact: [sign, compact],
    sign: [sign],
    none: [],
  }[size].filter((width) => width > 0);
  if (parts.length === 0) return 0;
  return DISTANCE + ENDS + parts.reduce((sum, width) => sum + width) + GAP * (parts.length - 1);
}

/** The largest size that the room holds: the date goes first, then the amount turns compact, then it goes. */
export function fitBadge(widths: BadgeWidths, room: number): BadgeSize {
  return BADGE_SIZES.find((size) => badgeWidth(widths, size) <= room) ?? 'none';
}

/** Edges in CSS pixels of the viewport. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Surroundings {
  /** What the cell shows of its own. */
  readonly content: Edges;
  /** Where something in the cell can be seen. */
  readonly cell: Edges;
  readonly rightToLeft: boolean;
}

/**
 * How much of a badge is shown and where its upper left corner goes: behind the cell's own content in the direction
 * of reading or, where more of it can be seen there, before it, as with numbers that are aligned to the end.
 */
export function settleBadge(
  widths: BadgeWidths,
  height: number,
  { content, cell, rightToLeft }: Surroundings,
): { readonly size: BadgeSize; readonly x: number; readonly y: number } {
  const inside = (x: number): number => Math.min(Math.max(x, cell.left), cell.right);
  const [left, right] = [inside(content.left), inside(content.right)];
  const toLeft = fitBadge(widths, left - cell.left);
  const toRight = fitBadge(widths, cell.right - right);
  const [behind, before] = rightToLeft ? [toLeft, toRight] : [toRight, toLeft];
  const isBehind = BADGE_SIZES.indexOf(behind) <= BADGE_SIZES.indexOf(before);
  const size = isBehind ? behind : before;
  return {
    size,
    x: isBehind === rightToLeft ? left - badgeWidth(widths, size) : right + DISTANCE,
    y: (content.top + content.bottom - height) / 2,
  };
}
