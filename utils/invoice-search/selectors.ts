/**
 * How sure a selector is: verified in public source that works on Manage, told by a third party who measured it,
 * inferred from such facts, or unverified.
 */
export type Mark = 'V' | 'T' | 'I' | 'U';

export interface Alternative {
  readonly css: string;
  readonly mark: Mark;
  readonly source: string;
}

export interface Selector {
  /** Most trusted first: the first one that matches anything on show is used, and the others are not looked at. */
  readonly alternatives: readonly Alternative[];
  /** What it must match on Invoice Search. */
  readonly matches: 'once' | 'several times';
}

/**
 * Everything the product knows of Manage's markup. Class names that the compiler makes up change with every
 * release and are never used. Captions and titles are not here: they follow the user's language and are settings.
 */
export const SELECTORS = {
  /** Names the screen. Entries of the navigation path look alike and must not match. */
  screenTitle: {
    matches: 'once',
    alternatives: [
      {
        css: '.cw-main-banner .cw_CwLabel.detailLabel:not(.navigationEntry)',
        mark: 'V',
        source: 'github.com/AttenSean/userscripts',
      },
      {
        css: '.cw-main-banner .gwt-Label.detailLabel:not(.navigationEntry)',
        mark: 'V',
        source: 'github.com/AttenSean/userscripts',
      },
      {
        css: '.cw_BannerView .detailLabel:not(.navigationEntry)',
        mark: 'V',
        source: 'github.com/tborinetti/CW-Titles',
      },
      { css: '.gwt-Label.mm_label', mark: 'V', source: 'github.com/AttenSean/userscripts' },
    ],
  },
  /** A record of a grid. */
  row: {
    matches: 'several times',
    alternatives: [
      { css: 'tr.cw-ml-row', mark: 'V', source: 'github.com/AttenSean/userscripts' },
      { css: '.mm_grid tbody > tr', mark: 'I', source: 'rows without their class of today' },
    ],
  },
  /** A grid's table, needed while the grid has no rows. */
  table: {
    matches: 'once',
    alternatives: [
      { css: '.mm_grid table', mark: 'V', source: 'github.com/AttenSean/userscripts' },
      { css: 'table[class$="-grid"]', mark: 'I', source: 'the name of service lists, <screen>-grid' },
    ],
  },
  /** Column captions. Stands beside the table or further out, never in its thead. */
  header: {
    matches: 'once',
    alternatives: [
      { css: '.cw-ml-header', mark: 'V', source: 'github.com/AttenSean/userscripts' },
      {
        css: '[class*="ml-header"], [class*="grid-header"]',
        mark: 'T',
        source: 'userscript "Comfort Glamour" 1.11.5',
      },
    ],
  },
  /** A column of the header, by the attribute it shares with the cells below it. */
  headerCell: {
    matches: 'several times',
    alternatives: [{ css: '[cellindex]', mark: 'V', source: 'github.com/AttenSean/userscripts' }],
  },
  /** What opens the record, inside a cell; its text is the invoice number. */
  link: {
    matches: 'once',
    alternatives: [
      { css: 'a.multilineClickable', mark: 'V', source: 'github.com/AttenSean/userscripts' },
      { css: 'a', mark: 'V', source: 'github.com/AttenSean/userscripts' },
    ],
  },
} as const satisfies Record<string, Selector>;

/**
 * Pairs a header's column with its cells. Counting columns is off by the leading checkbox column and by fillers
 * behind the last one. Source: github.com/AttenSean/userscripts (V).
 */
export const COLUMN_ATTRIBUTE = 'cellindex';

/** How far from its table a grid's header may stand. Source: userscript "Comfort Glamour" 1.11.5 (T). */
export const HEADER_WITHIN_ANCESTORS = 6;

/** A header has at least that many captions; anything smaller is a part of one. Source: as above (T). */
export const LEAST_CAPTIONS = 3;
