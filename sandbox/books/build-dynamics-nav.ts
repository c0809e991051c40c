import { DYNAMICS_NAV } from '../dynamics-nav/keys';
import type { DynamicsNavState } from '../dynamics-nav/state';
import type { Row } from '../odata/shape';
import { keepEntries } from './entries/keep-entries';
import type { CustomerEntry, DetailedEntry, SalesDocument } from './entries/rows';
import type { Story } from './story';
import { theirNumbersOf } from './their-numbers';

const NO_DAY = '0001-01-01';

/** The books of the story as NAV 2018 shows them, its pages published under the names usually given. */
export function buildDynamicsNav(story: Story): DynamicsNavState {
  const state: DynamicsNavState = {
    company: DYNAMICS_NAV.company,
    pages: { 25: [], 29: [], 132: [], 143: [], 146: [], 573: [], 574: [] },
    services: new Map([
      ['PostedSalesInvoices', 143],
      ['CustomerLedgerEntries', 25],
      ['DetailedCustLedgEntries', 573],
      ['PostedPurchaseInvoices', 146],
      ['VendorLedgerEntries', 29],
      ['DetailedVendLedgEntries', 574],
    ]),
    knobs: {
      credentialType: 'NavUserPassword',
      odataV4: true,
      forbidden: new Set(),
      maxPageSize: 1_000,
      maxMessageSize: 1_024 * 1_024,
    },
    traffic: { slow: 0 },
  };
  refreshDynamicsNav(state, story);
  return state;
}

/** Makes the rows anew, in place, after something happened. */
export function refreshDynamicsNav({ pages }: DynamicsNavState, story: Story): void {
  const { entries, details, documents } = keepEntries(story.events);
  const names = new Map(story.customers.map(({ no, name }) => [no, name]));
  const invoices = documents.filter(({ kind }) => kind === 'invoice');
  const byNumber = (a: Row, b: Row): number => (String(a.No) < String(b.No) ? -1 : 1);
  pages[25] = entries.map(entryRow);
  pages[573] = details.map(detailRow);
  pages[143] = invoices.map((invoice) => invoiceRow(invoice, names)).sort(byNumber);
  pages[132] = invoices.map((invoice) => cardRow(invoice, names)).sort(byNumber);

  const bills = keepEntries(story.bills);
  const theirNumbers = theirNumbersOf(story.bills);
  const vendors = new Map(story.vendors.map(({ no, name }) => [no, name]));
  pages[29] = bills.entries.map((entry) => vendorEntryRow(entry, theirNumbers));
  pages[574] = bills.details.map(vendorDetailRow);
  pages[146] = bills.documents
    .filter(({ kind }) => kind === 'invoice')
    .map((bill) => billRow(bill, vendors, theirNumbers))
    .sort(byNumber);
}

function entryRow(entry: CustomerEntry): Row {
  const { original, documentType } = entry;
  return {
    Customer_No: String(entry.customerNo),
    Salesperson_Code: '',
    Sales_LCY: decimal(documentType === 'Invoice' ? Math.round(original.nok * 0.8) : 0),
    User_ID: 'NORDIT\\TBAKKE',
    Source_Code: documentType === 'Invoice' ? 'SALES' : 'CASHRECJNL',
    Direct_Debit_Mandate_ID: '',
    ...ledgerEntryRow(entry, 1),
  };
}

function vendorEntryRow(entry: CustomerEntry, theirNumbers: ReadonlyMap<string, string>): Row {
  const { documentType, documentNo } = entry;
  return {
    External_Document_No: theirNumbers.get(documentNo) ?? '',
    Vendor_No: String(entry.customerNo),
    User_ID: 'NORDIT\\TBAKKE',
    Source_Code: documentType === 'Invoice' ? 'PURCHASES' : 'PAYMENTJNL',
    ...ledgerEntryRow(entry, -1),
    ...blank('Purchaser_Code Payment_Reference Creditor_No'),
  };
}

/** @param sign of what is owed: a vendor's ledger has it as a negative amount */
function ledgerEntryRow(entry: CustomerEntry, sign: 1 | -1): Row {
  const { original, remaining, amount } = entry;
  return {
    Posting_Date: entry.postedOn,
    Document_Type: entry.documentType,
    Document_No: entry.documentNo,
    Message_to_Recipient: '',
    Description: `${entry.documentType} ${entry.documentNo}`.trim(),
    Currency_Code: code(entry.currency),
    Original_Amount: decimal(sign * original.minor),
    Original_Amt_LCY: decimal(sign * original.nok),
    Amount: decimal(sign * amount.minor),
    Amount_LCY: decimal(sign * amount.nok),
    Remaining_Amount: decimal(sign * remaining.minor),
    Remaining_Amt_LCY: decimal(sign * remaining.nok),
    Bal_Account_Type: 'G/L Account',
    Bal_Account_No: '',
    Due_Date: entry.dueOn ?? entry.postedOn,
    Pmt_Discount_Date: NO_DAY,
    Pmt_Disc_Tolerance_Date: NO_DAY,
    Original_Pmt_Disc_Possible: 0,
    Remaining_Pmt_Disc_Possible: 0,
    Max_Payment_Tolerance: 0,
    Payment_Method_Code: '',
    Open: entry.open,
    On_Hold: '',
    Reason_Code: '',
    Reversed: entry.reversed,
    Reversed_by_Entry_No: entry.reversedByNo,
    Reversed_Entry_No: entry.reversedNo,
    Entry_No: entry.no,
    Exported_to_Payment_File: false,
    Dimension_Set_ID: 0,
    ...blank('Global_Dimension_1_Code Global_Dimension_2_Code IC_Partner_Code'),
    ...debitAndCredit(sign * amount.minor, sign * amount.nok),
  };
}

function detailRow(detail: DetailedEntry): Row {
  const { of } = detail;
  return {
    Customer_No: String(of.customerNo),
    Cust_Ledger_Entry_No: of.no,
    ...ledgerDetailRow(detail, 1),
  };
}

function vendorDetailRow(detail: DetailedEntry): Row {
  const { of } = detail;
  return {
    Vendor_No: String(of.customerNo),
    Vendor_Ledger_Entry_No: of.no,
    ...ledgerDetailRow(detail, -1),
  };
}

function ledgerDetailRow(detail: DetailedEntry, sign: 1 | -1): Row {
  const { of } = detail;
  const [minor, nok] = [sign * detail.minor, sign * detail.nok];
  return {
    Posting_Date: detail.postedOn,
    Entry_Type: detail.type,
    Document_Type: detail.documentType,
    Document_No: detail.documentNo,
    Currency_Code: code(of.currency),
    Amount: decimal(minor),
    Amount_LCY: decimal(nok),
    Initial_Entry_Due_Date: of.dueOn ?? of.postedOn,
    User_ID: 'NORDIT\\TBAKKE',
    Source_Code: '',
    Reason_Code: '',
    Unapplied: detail.unapplied,
    Unapplied_by_Entry_No: detail.unappliedByNo,
    Entry_No: detail.no,
    ...blank('Initial_Entry_Global_Dim_1 Initial_Entry_Global_Dim_2'),
    ...debitAndCredit(minor, nok),
  };
}

function invoiceRow({ number, entry, cancelled }: SalesDocument, names: ReadonlyMap<number, string>): Row {
  const name = names.get(entry.customerNo) ?? '';
  return {
    No: number,
    Sell_to_Customer_No: String(entry.customerNo),
    Sell_to_Customer_Name: name,
    Currency_Code: code(entry.currency),
    Due_Date: entry.dueOn ?? entry.postedOn,
    Amount: decimal(Math.round(entry.original.minor * 0.8)),
    Amount_Including_VAT: decimal(entry.original.minor),
    Remaining_Amount: decimal(entry.remaining.minor),
    Bill_to_Customer_No: String(entry.customerNo),
    Bill_to_Name: name,
    Posting_Date: entry.postedOn,
    No_Printed: 1,
    Document_Date: entry.postedOn,
    External_Document_No: '',
    Payment_Terms_Code: '14D',
    Payment_Discount_Percent: 0,
    Closed: !entry.open,
    Cancelled: cancelled,
    Corrective: false,
    Shipment_Date: entry.postedOn,
    Coupled_to_CRM: false,
    ...blank('Sell_to_Post_Code Sell_to_Country_Region_Code Sell_to_Contact'),
    ...blank('Salesperson_Code Shortcut_Dimension_1_Code Shortcut_Dimension_2_Code Location_Code'),
    ...blank('Shipment_Method_Code Shipping_Agent_Code'),
  };
}

/** A posted purchase invoice tells its amounts as the vendor does, unlike the ledger. */
function billRow(
  { number, entry, cancelled }: SalesDocument,
  vendors: ReadonlyMap<number, string>,
  theirNumbers: ReadonlyMap<string, string>,
): Row {
  const name = vendors.get(entry.customerNo) ?? '';
  return {
    No: number,
    Vendor_Invoice_No: theirNumbers.get(number) ?? '',
    Buy_from_Vendor_No: String(entry.customerNo),
    Order_Address_Code: '',
    Buy_from_Vendor_Name: name,
    Currency_Code: code(entry.currency),
    Amount: decimal(Math.round(entry.original.minor * 0.8)),
    Amount_Including_VAT: decimal(entry.original.minor),
    Pay_to_Vendor_No: String(entry.customerNo),
    Pay_to_Name: name,
    Posting_Date: entry.postedOn,
    No_Printed: 0,
    Document_Date: entry.postedOn,
    Payment_Terms_Code: '14D',
    Due_Date: entry.dueOn ?? entry.postedOn,
    Payment_Discount_Percent: 0,
    Remaining_Amount: decimal(entry.remaining.minor),
    Closed: !entry.open,
    Cancelled: cancelled,
    Corrective: false,
    ...blank('Buy_from_Post_Code Buy_from_Country_Region_Code Buy_from_Contact'),
    ...blank('Pay_to_Post_Code Pay_to_Country_Region_Code Pay_to_Contact'),
    ...blank('Ship_to_Code Ship_to_Name Ship_to_Post_Code Ship_to_Country_Region_Code Ship_to_Contact'),
    ...blank('Purchaser_Code Shortcut_Dimension_1_Code Shortcut_Dimension_2_Code Location_Code'),
    ...blank('Payment_Method_Code Shipment_Method_Code'),
  };
}

function cardRow(invoice: SalesDocument, names: ReadonlyMap<number, string>): Row {
  const { number, entry, cancelled } = invoice;
  return {
    No: number,
    Sell_to_Customer_Name: names.get(entry.customerNo) ?? '',
    Document_Date: entry.postedOn,
    Posting_Date: entry.postedOn,
    Due_Date: entry.dueOn ?? entry.postedOn,
    Closed: !entry.open,
    Cancelled: cancelled,
    Corrective: false,
    ...blank('Sell_to_Address Sell_to_City Order_No External_Document_No'),
  };
}

/** The local currency has no code here. */
function code(currency: string): string {
  return currency === DYNAMICS_NAV.localCurrency ? '' : currency;
}

function debitAndCredit(minor: number, nok: number): Row {
  return {
    Debit_Amount: decimal(Math.max(minor, 0)),
    Debit_Amount_LCY: decimal(Math.max(nok, 0)),
    Credit_Amount: decimal(Math.max(-minor, 0)),
    Credit_Amount_LCY: decimal(Math.max(-nok, 0)),
  };
}

function blank(names: string): Row {
  return Object.fromEntries(names.split(' ').map((name) => [name, '']));
}

/** Whole minor units as a decimal number; no sum is made of these. */
function decimal(minor: number): number {
  return minor === 0 ? 0 : minor / 100;
}
