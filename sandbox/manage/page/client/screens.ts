import type { GridQuery } from '../grid-query.ts';
import type { PageOptions } from './page-options.ts';

export const COLUMN_IDS = [
  'number',
  'type',
  'company',
  'date',
  'dueDate',
  'amount',
  'status',
  'reference',
  'paidAmount',
  'datePaid',
  'ticket',
  'priority',
  'summary',
  'resource',
  'identifier',
  'account',
  'order',
  'vendor',
  'vendorInvoice',
  'orderDate',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export interface Column {
  readonly id: ColumnId;
  /** px */
  readonly width: number;
  readonly align?: 'right';
  /** The text is a link that opens the record. */
  readonly opens?: true;
}

const GRID_SCREENS = [
  'InvoiceSearch',
  'CompanyFinance',
  'ServiceBoard',
  'CompanySearch',
  'PurchaseOrders',
] as const;
export type GridScreenName = (typeof GRID_SCREENS)[number];
export type ScreenName = GridScreenName | 'InvoiceDetails';
export const SCREEN_NAMES: readonly ScreenName[] = [...GRID_SCREENS, 'InvoiceDetails'];

export interface GridScreen {
  readonly name: GridScreenName;
  /** Names the grid's table class, its scroller's id and its endpoint. */
  readonly grid: string;
  readonly columns: readonly Column[];
  /** How the view sorts to begin with; null leaves the order the records are stored in. */
  readonly sort: GridQuery['sort'];
}

const NEWEST_FIRST = { column: 'date', descending: true } as const;

const invoiceColumns: readonly Column[] = [
  { id: 'number', width: 226, opens: true },
  { id: 'type', width: 82 },
  { id: 'company', width: 186 },
  { id: 'date', width: 98 },
  { id: 'dueDate', width: 84 },
  { id: 'amount', width: 104, align: 'right' },
  { id: 'status', width: 70 },
  { id: 'reference', width: 146 },
];

const paidColumns: readonly Column[] = [
  { id: 'paidAmount', width: 104, align: 'right' },
  { id: 'datePaid', width: 84 },
];

const SCREENS: Readonly<Record<GridScreenName, GridScreen>> = {
  InvoiceSearch: { name: 'InvoiceSearch', grid: 'invoice', columns: invoiceColumns, sort: NEWEST_FIRST },
  // The finance screen of companies lists invoices too, and is none of the product's business.
  CompanyFinance: {
    name: 'CompanyFinance',
    grid: 'companyfinance',
    columns: [...invoiceColumns.slice(0, 6), ...paidColumns],
    sort: NEWEST_FIRST,
  },
  ServiceBoard: {
    name: 'ServiceBoard',
    grid: 'srboard',
    columns: [
      { id: 'ticket', width: 110, opens: true },
      { id: 'priority', width: 140 },
      { id: 'summary', width: 320, opens: true },
      { id: 'company', width: 190 },
      { id: 'status', width: 160 },
      { id: 'resource', width: 100 },
    ],
    sort: null,
  },
  CompanySearch: {
    name: 'CompanySearch',
    grid: 'company',
    columns: [
      { id: 'company', width: 280, opens: true },
      { id: 'identifier', width: 160 },
      { id: 'account', width: 120 },
      { id: 'status', width: 120 },
    ],
    sort: null,
  },
  // Purchase orders have numbers of invoices too, those of vendors, and are none of a badge's business.
  PurchaseOrders: {
    name: 'PurchaseOrders',
    grid: 'purchaseorder',
    columns: [
      { id: 'order', width: 120, opens: true },
      { id: 'vendor', width: 240 },
      { id: 'vendorInvoice', width: 200 },
      { id: 'orderDate', width: 98 },
      { id: 'amount', width: 104, align: 'right' },
      { id: 'status', width: 100 },
    ],
    sort: null,
  },
};

/** A screen with the columns this user's view shows, in the view's order. */
export function gridScreen(name: GridScreenName, options: PageOptions): GridScreen {
  const screen = SCREENS[name];
  if (name !== 'InvoiceSearch') return screen;
  const all = [...screen.columns, ...paidColumns];
  const shown = options.columns
    ? options.columns.flatMap((id) => all.filter((column) => column.id === id))
    : [...screen.columns, ...(options.paidColumns ? paidColumns : [])];
  const columns = shown
    .filter(({ id }) => !options.hidden.includes(id))
    .map((column) =>
      column.id === 'number' && options.numberWidth !== null
        ? { ...column, width: options.numberWidth }
        : column,
    );
  return { ...screen, columns, sort: options.sort ?? screen.sort };
}
