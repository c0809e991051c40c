import type { Obstacle } from './sighting';

/** How a screen can be told to be Invoice Search. Each works without the others. */
export type ScreenStrategy = 'banner' | 'documentTitle' | 'address' | 'shown';

/** How a grid's column of invoice numbers can be told. Each works without the others. */
export type ColumnStrategy = 'shown' | 'caption' | 'markup' | 'numbers';

/** What one strategy made of the page. */
export interface ScreenEvidence {
  readonly strategy: ScreenStrategy;
  readonly proves: boolean;
  /** What it went by, as the page shows it. */
  readonly seen: readonly string[];
}

export interface ColumnEvidence {
  readonly strategy: ColumnStrategy;
  /** Null where it found the column. */
  readonly obstacle: Obstacle | null;
  readonly seen: readonly string[];
}

/** One grid of the screen and what could be made of it. */
export interface GridRecognition {
  /** What the client calls it; null where it has no name. */
  readonly name: string | null;
  readonly inFrame: boolean;
  readonly captions: readonly string[];
  readonly rows: number;
  /** The strategy that found the column; null where none did. */
  readonly by: ColumnStrategy | null;
  /** Caption or place of the column that was found. */
  readonly column: string | null;
  readonly evidence: readonly ColumnEvidence[];
}

/** How a page was read: for people who wonder why badges are there, or are not. It holds no invoice. */
export interface Recognition {
  readonly present: boolean;
  /** Grids are on show, and not one of them can be read: time to be shown where invoice numbers are. */
  readonly unreadable: boolean;
  readonly screen: readonly ScreenEvidence[];
  readonly grids: readonly GridRecognition[];
}
