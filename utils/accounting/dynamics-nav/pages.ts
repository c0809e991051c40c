import { namedRow, type NamedRow } from '@/utils/accounting/odata/named-row';
import { sameNames } from '@/utils/accounting/odata/same-names';
import { turnedAmountText } from '@/utils/accounting/odata/values';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import {
  DETAILED_ENTRY,
  EXTERNAL_NUMBER,
  LEDGER_ENTRY,
  POSTED_INVOICE,
  VENDOR,
  type DetailedEntry,
  type LedgerEntry,
  type PostedInvoice,
} from './schemas';

/** A page that an administrator publishes as a web service. */
export interface PublishedPage<Row, Column extends string = keyof Row & string> extends NamedRow<
  Row,
  Column
> {
  /** What the settings call the service. */
  readonly service: ServiceKey;
  /** The page's number and name in NAV. */
  readonly title: string;
}

/** The names that services have in the settings. */
export type ServiceKey = 'invoices' | 'entries' | 'detailed' | 'bills' | 'vendorEntries' | 'vendorDetailed';

/** The three pages that one ledger is read by. */
export interface LedgerPages {
  readonly ledger: Ledger;
  readonly invoices: PublishedPage<PostedInvoice, keyof typeof POSTED_INVOICE>;
  readonly entries: PublishedPage<LedgerEntry, keyof typeof LEDGER_ENTRY>;
  readonly detailed: PublishedPage<DetailedEntry>;
}

/** Customers' and vendors' pages differ in the names of columns and in the sign of the ledger's amounts. */
export const LEDGER_PAGES: Readonly<Record<Ledger, LedgerPages>> = {
  receivable: {
    ledger: 'receivable',
    invoices: {
      service: 'invoices',
      title: '143 Posted Sales Invoices',
      ...namedRow(POSTED_INVOICE, { ...sameNames(POSTED_INVOICE), Account_No: 'Bill_to_Customer_No' }),
    },
    entries: {
      service: 'entries',
      title: '25 Customer Ledger Entries',
      ...namedRow(LEDGER_ENTRY, { ...sameNames(LEDGER_ENTRY), Account_No: 'Customer_No' }),
    },
    detailed: {
      service: 'detailed',
      title: '573 Detailed Cust. Ledg. Entries',
      ...namedRow(DETAILED_ENTRY, {
        ...sameNames(DETAILED_ENTRY),
        Ledger_Entry_No: 'Cust_Ledger_Entry_No',
      }),
    },
  },
  payable: {
    ledger: 'payable',
    invoices: {
      service: 'bills',
      title: '146 Posted Purchase Invoices',
      ...namedRow(
        { ...POSTED_INVOICE, ...VENDOR },
        {
          ...sameNames(POSTED_INVOICE),
          External_Document_No: 'Vendor_Invoice_No',
          Account_No: 'Pay_to_Vendor_No',
          Vendor_No: 'Buy_from_Vendor_No',
          Vendor_Name: 'Buy_from_Vendor_Name',
        },
      ),
    },
    entries: {
      service: 'vendorEntries',
      title: '29 Vendor Ledger Entries',
      ...namedRow(
        {
          ...LEDGER_ENTRY,
          ...EXTERNAL_NUMBER,
          Original_Amount: turnedAmountText,
          Remaining_Amount: turnedAmountText,
        },
        { ...sameNames(LEDGER_ENTRY), ...sameNames(EXTERNAL_NUMBER), Account_No: 'Vendor_No' },
      ),
    },
    detailed: {
      service: 'vendorDetailed',
      title: '574 Detailed Vendor Ledg. Entries',
      ...namedRow(
        { ...DETAILED_ENTRY, Amount: turnedAmountText },
        { ...sameNames(DETAILED_ENTRY), Ledger_Entry_No: 'Vendor_Ledger_Entry_No' },
      ),
    },
  },
};

/** A page as an administrator sees it: its title, and the columns it must have. */
export interface Page {
  readonly kind: 'invoices' | 'entries' | 'detailed';
  readonly service: ServiceKey;
  readonly title: string;
  readonly columns: readonly string[];
}

/** `Closed` is not read of invoices, but asked by. */
export function pagesOf({ invoices, entries, detailed }: LedgerPages): readonly Page[] {
  return [
    { ...invoices, kind: 'invoices', columns: [...invoices.select, 'Closed'] },
    { ...entries, kind: 'entries', columns: entries.select },
    { ...detailed, kind: 'detailed', columns: detailed.select },
  ];
}

export const ALL_PAGES: readonly Page[] = Object.values(LEDGER_PAGES).flatMap(pagesOf);
