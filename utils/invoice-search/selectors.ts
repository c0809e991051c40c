/**
 * How sure a selector is: verified in public source that works on Manage, told by a third party who measured it,
 * inferred from such facts, or unverified.
 */
type Mark = 'V' | 'T' | 'I' | 'U';

interface Alternative {
  readonly css: string;
  readonly mark: Mark;
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
 * The marks are about Manage's frame and its service lists, where the sources work. Nobody has published anything
 * about the invoice screens, so that for those even a V is inferred, and every step may find nothing.
 */
export const SELECTORS = {
  /** Names the screen. Entries of the navigation path look alike and must not match. */
  screenTitle: {
    matches: 'once',
    alternatives: [
      // github.com/AttenSean/userscripts
      { css: '.cw-main-banner .cw_CwLabel.detailLabel:not(.navigationEntry)', mark: 'V' },
      // github.com/AttenSean/userscripts
      { css: '.cw-main-banner .gwt-Label.detailLabel:not(.navigationEntry)', mark: 'V' },
      // github.com/tborinetti/CW-Titles
      { css: '.cw_BannerView .detailLabel:not(.navigationEntry)', mark: 'V' },
      // github.com/AttenSean/userscripts
      { css: '.gwt-Label.mm_label', mark: 'V' },
    ],
  },
  /** A record of a grid. */
  row: {
    matches: 'several times',
    alternatives: [
      // github.com/AttenSean/userscripts
      { css: 'tr.cw-ml-row', mark: 'V' },
      // Rows should their class change
      { css: '.mm_grid tbody > tr', mark: 'I' },
    ],
  },
  /** A record of any table, where nothing that is known is found. Taken only from tables that look like lists. */
  plainRow: {
    matches: 'several times',
    alternatives: [{ css: 'table > tbody > tr', mark: 'U' }],
  },
  /** A grid's table, needed while the grid has no rows. */
  table: {
    matches: 'once',
    alternatives: [
      // github.com/AttenSean/userscripts
      { css: '.mm_grid table', mark: 'V' },
      // Service lists call theirs <screen>-grid
      { css: 'table[class$="-grid"]', mark: 'I' },
    ],
  },
  /** Column captions. Stands beside the table or further out, never in its thead. */
  header: {
    matches: 'once',
    alternatives: [
      // github.com/AttenSean/userscripts
      { css: '.cw-ml-header', mark: 'V' },
      // Userscript "Comfort Glamour" 1.11.5
      { css: '[class*="ml-header"], [class*="grid-header"]', mark: 'T' },
    ],
  },
  /** A column of the header, by the attribute it shares with the cells below it. */
  headerCell: {
    matches: 'several times',
    alternatives: [
      // github.com/AttenSean/userscripts
      { css: '[cellindex]', mark: 'V' },
    ],
  },
  /** Holds a document of its own, in which a grid may stand. Source: as for the offset trap (T); others find none (V). */
  frame: {
    matches: 'several times',
    alternatives: [{ css: 'iframe', mark: 'T' }],
  },
  /** What opens the record, inside a cell; its text is the invoice number. */
  link: {
    matches: 'once',
    alternatives: [
      // github.com/AttenSean/userscripts
      { css: 'a.multilineClickable', mark: 'V' },
      // github.com/AttenSean/userscripts
      { css: 'a', mark: 'V' },
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

/** What the client's own name for the column of invoice numbers reads like, as Manage's reports and API write it (U). */
export const NUMBER_COLUMN_NAME = /(?:^|[^a-z])invoice[-_ ]?(?:number|no|nbr)(?![a-z])/iu;

/** Attributes in which a client names its columns. Titles and labels are words of the user's language, and not among them. */
export const NAMING_ATTRIBUTES = [
  'id',
  'class',
  'name',
  'data-column',
  'data-field',
  'data-name',
  'data-columnid',
];

/** The name of a grid, among the classes of its table: service lists call theirs <screen>-grid. Source: as above (V). */
export const GRID_NAME = /(?:^|\s)([a-z][a-z-]*-grid)(?:\s|$)/u;

/** The document's title begins so and goes on with the screen's. Source: github.com/AttenSean/userscripts (V, the rest U). */
export const DOCUMENT_TITLE = /^Manage:\s*(.+)$/u;

/** The address ends in a readable name of the screen. Source: several userscripts (V). */
export const ADDRESS_SCREEN = /\?\?([\w-]+)$/u;

/** What that name contains on Invoice Search (U). */
export const ADDRESS_OF_INVOICE_SEARCH = /invoicesearch/iu;
