import { COLUMN_IDS, type ColumnId } from './screens.ts';
import { LOCALES, type Locale } from './words.ts';

/** What a cell does to the markup inside it when its row is used for another record. */
export type Refill =
  /** The inner div gets new children: whatever else was in it is gone. */
  | 'contents'
  /** Only the text node changes: whatever else was in the cell stays and is out of date. */
  | 'text'
  /** The cell gets a new inner div. */
  | 'cell';

/** How row elements are used again while scrolling. */
export type Recycling =
  /** Rows that scroll out move to the other end of the table. */
  | 'ring'
  /** Rows stay where they are, and all of them are filled anew. */
  | 'shift';

/** Which cells carry the number of their column. */
export type Numbering = 'both' | 'rows' | 'header' | 'none' | 'off-by-one';

/** The variants of the page that its address can ask for. */
export interface PageOptions {
  /** `locale=nl` or `locale=nl_NL`: language of titles, captions and buttons. */
  readonly locale: Locale;
  /** `rows=20`: no more records than that; null for all. */
  readonly rows: number | null;
  /** `pageSize=100`: records per page. */
  readonly pageSize: number;
  /** `columns=company,number,datePaid`: these columns in this order; null for the screen's own. */
  readonly columns: readonly ColumnId[] | null;
  /** `sort=number`, or `sort=-amount` for the other way round: how Invoice Search sorts to begin with; null for newest first. */
  readonly sort: { readonly column: ColumnId; readonly descending: boolean } | null;
  /** `hide=type,dueDate`: all but these. */
  readonly hidden: readonly ColumnId[];
  /** `paidColumns=1`: Manage's own Paid Amount and Date Paid follow the screen's own columns. */
  readonly paidColumns: boolean;
  /** `refill=text` */
  readonly refill: Refill;
  /** `recycling=shift` */
  readonly recycling: Recycling;
  /** `pool=40`: row elements to be used again; never fewer than the window needs. */
  readonly pool: number;
  /** `delay=90`: milliseconds from the reuse of a row to its new text; null for 60 to 120 by turns. */
  readonly fillDelay: number | null;
  /** `latency=400`: milliseconds between a request for rows and their arrival, at least. */
  readonly latency: number;
  /** `numberWidth=70`: width of the invoice number column, in px. */
  readonly numberWidth: number | null;
  /** `frame=1`: the grid stands in an iframe of the same origin. */
  readonly frame: boolean;
  /** `second=tickets`: another grid stands below the first, of service tickets or of the same invoices. */
  readonly second: 'none' | 'tickets' | 'invoices';
  /** `classes=renamed`: every class the client has kept for years is another one. */
  readonly renamed: boolean;
  /** `numbering=rows`: only the cells of rows are numbered, not those of the header; `off-by-one` counts the checkboxes in rows alone. */
  readonly numbering: Numbering;
  /** `names=1`: the client names its columns in the markup. */
  readonly named: boolean;
  /** `css=hostile`: style rules that leave nothing inside a grid alone. */
  readonly hostile: boolean;
  /** `dir=rtl`: the page reads from right to left. */
  readonly rtl: boolean;
  /** `zoom=125`: the client magnifies itself, in percent. */
  readonly zoom: number;
  /** `clock=1`: something beside the grid changes ten times a second. */
  readonly clock: boolean;
  /** `hotkeys=first`: the client hears keys on their way down to what has the focus, before anything there does. */
  readonly hotkeys: 'last' | 'first';
  /** `dates=mdy`: the tenant writes the month first. */
  readonly dates: 'dmy' | 'mdy';
}

/** Reads the variants from the page's address; what is missing or unknown keeps its usual value. */
export function readPageOptions({ searchParams }: URL): PageOptions {
  const count = (name: string): number | null => {
    const value = searchParams.get(name);
    return value !== null && /^\d+$/.test(value) ? Number(value) : null;
  };
  const oneOf = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T =>
    allowed.find((value) => value === searchParams.get(name)) ?? allowed[0];
  const columns = (name: string): ColumnId[] =>
    (searchParams.get(name)?.split(',') ?? []).filter((id): id is ColumnId =>
      COLUMN_IDS.some((known) => known === id),
    );
  const language = searchParams.get('locale')?.slice(0, 2);
  return {
    locale: LOCALES.find((locale) => locale === language) ?? 'en',
    rows: count('rows'),
    pageSize: count('pageSize') || 100,
    columns: searchParams.has('columns') ? columns('columns') : null,
    sort: sortOf(searchParams.get('sort') ?? ''),
    hidden: columns('hide'),
    paidColumns: searchParams.get('paidColumns') === '1',
    refill: oneOf('refill', ['contents', 'text', 'cell']),
    recycling: oneOf('recycling', ['ring', 'shift']),
    pool: count('pool') ?? 40,
    fillDelay: count('delay'),
    latency: count('latency') ?? 0,
    numberWidth: count('numberWidth'),
    frame: searchParams.get('frame') === '1',
    second: oneOf('second', ['none', 'tickets', 'invoices']),
    renamed: searchParams.get('classes') === 'renamed',
    numbering: oneOf('numbering', ['both', 'rows', 'header', 'none', 'off-by-one']),
    named: searchParams.get('names') === '1',
    hostile: searchParams.get('css') === 'hostile',
    rtl: searchParams.get('dir') === 'rtl',
    zoom: count('zoom') || 100,
    clock: searchParams.get('clock') === '1',
    hotkeys: oneOf('hotkeys', ['last', 'first']),
    dates: oneOf('dates', ['dmy', 'mdy']),
  };
}

function sortOf(text: string): PageOptions['sort'] {
  const descending = text.startsWith('-');
  const column = COLUMN_IDS.find((id) => id === (descending ? text.slice(1) : text));
  return column === undefined ? null : { column, descending };
}
