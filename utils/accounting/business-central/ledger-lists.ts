import type { z } from 'zod/mini';
import { namedRow, type NamedRow } from '@/utils/accounting/odata/named-row';
import { sameNames } from '@/utils/accounting/odata/same-names';
import { turnedAmountText } from '@/utils/accounting/odata/values';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import {
  type DOCUMENT,
  LEDGER_HEAD,
  LEDGER_ROW,
  PURCHASE_INVOICE,
  SALES_INVOICE,
  type InvoiceDocument,
  type LedgerHead,
  type LedgerRow,
} from './schemas';

/** A list of a company, by what it is called for people and in addresses, and its columns. */
export interface CompanyList<Row, Column extends string = keyof Row & string> extends NamedRow<Row, Column> {
  readonly what: string;
  readonly entitySet: string;
}

/** The lists that one ledger is read by. */
export interface LedgerLists {
  readonly ledger: Ledger;
  /** Of API v2.0. */
  readonly documents: CompanyList<InvoiceDocument, keyof typeof DOCUMENT>;
  /** Of the analytics API, which Microsoft names as the successor of published ledger pages: one row for each detail. */
  readonly ledgerRows: CompanyList<LedgerRow>;
  /** The same rows with no more than tells whose they are. */
  readonly ledgerHeads: CompanyList<LedgerHead>;
}

/**
 * Customers' and vendors' lists differ in their names and in the sign of the ledger's amounts. Sources: the pages of
 * `salesInvoices` and `purchaseInvoices` in API v2.0; the queries of the Power BI reports app, from version 27 on.
 */
export const LEDGER_LISTS: Readonly<Record<Ledger, LedgerLists>> = {
  receivable: {
    ledger: 'receivable',
    documents: {
      what: 'sales invoices',
      entitySet: 'salesInvoices',
      ...namedRow(SALES_INVOICE, {
        ...sameNames(SALES_INVOICE),
        accountNumber: 'billToCustomerNumber',
      }),
    },
    ...entryLists('cle', 'Customer', { what: 'customer ledger entries', entitySet: 'customerLedgerEntries' }),
  },
  payable: {
    ledger: 'payable',
    documents: {
      what: 'purchase invoices',
      entitySet: 'purchaseInvoices',
      ...namedRow(PURCHASE_INVOICE, {
        ...sameNames(PURCHASE_INVOICE),
        externalDocumentNumber: 'vendorInvoiceNumber',
        accountNumber: 'payToVendorNumber',
      }),
    },
    ...entryLists(
      'vle',
      'Vendor',
      { what: 'vendor ledger entries', entitySet: 'vendorLedgerEntries' },
      // What is owed to a vendor is negative there.
      { amount: turnedAmountText },
    ),
  },
};

/** @param prefix what the columns of a ledger entry begin with; those of its details have a `d` before it */
function entryLists(
  prefix: string,
  account: string,
  list: Pick<CompanyList<LedgerRow>, 'what' | 'entitySet'>,
  turned: { readonly amount?: z.ZodMiniType<string> } = {},
): Pick<LedgerLists, 'ledgerRows' | 'ledgerHeads'> {
  const head = {
    entryNo: `${prefix}EntryNo`,
    detailNo: `d${prefix}EntryNo`,
    type: `d${prefix}EntryType`,
    documentType: `d${prefix}DocumentType`,
    documentNo: `d${prefix}DocumentNo`,
    amount: `d${prefix}AmountLCY`,
  };
  const row = {
    ...head,
    open: `${prefix}Open`,
    postedOn: `${prefix}PostingDate`,
    closedOn: `${prefix}ClosedAtDate`,
    detailPostedOn: `d${prefix}PostingDate`,
    accountNo: `d${prefix}${account}No`,
  };
  return {
    ledgerHeads: { ...list, ...namedRow({ ...LEDGER_HEAD, ...turned }, head) },
    ledgerRows: { ...list, ...namedRow({ ...LEDGER_ROW, ...turned }, row) },
  };
}
