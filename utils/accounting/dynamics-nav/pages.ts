import { detailedEntrySchema, ledgerEntrySchema, postedInvoiceSchema } from './schemas';

/** One of the three pages an administrator publishes as web services, under names of his choice. */
export type PageKey = 'invoices' | 'entries' | 'detailed';

interface PublishedPage {
  /** The page's number and name in NAV. */
  readonly title: string;
  /** The columns it must have, as OData names them. */
  readonly columns: readonly string[];
}

/** `Closed` is not read, but asked by. */
export const PAGES: Readonly<Record<PageKey, PublishedPage>> = {
  invoices: {
    title: '143 Posted Sales Invoices',
    columns: [...Object.keys(postedInvoiceSchema.shape), 'Closed'],
  },
  entries: { title: '25 Customer Ledger Entries', columns: Object.keys(ledgerEntrySchema.shape) },
  detailed: { title: '573 Detailed Cust. Ledg. Entries', columns: Object.keys(detailedEntrySchema.shape) },
};

export const PAGE_KEYS = ['invoices', 'entries', 'detailed'] as const satisfies readonly PageKey[];
