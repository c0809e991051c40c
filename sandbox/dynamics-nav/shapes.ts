import type { ColumnType, Shape } from '../odata/shape';
import type { PageNo } from './state';

const DOCUMENT_TYPES = ['', 'Payment', 'Invoice', 'Credit Memo', 'Finance Charge Memo', 'Reminder', 'Refund'];
const ENTRY_TYPES = [
  '',
  'Initial Entry',
  'Application',
  'Unrealized Loss',
  'Unrealized Gain',
  'Realized Loss',
  'Realized Gain',
  'Payment Discount',
  'Appln. Rounding',
  'Correction of Remaining Amount',
  'Payment Tolerance',
  'Payment Discount Tolerance',
];

const all = (type: ColumnType, names: string): Record<string, ColumnType> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, type]),
  );

/** NAV 2018: page 25 has no Closed_at_Date and no External_Document_No. */
const ENTRY: Record<string, ColumnType> = {
  ...all('date', 'Posting_Date Due_Date Pmt_Discount_Date Pmt_Disc_Tolerance_Date'),
  ...all('option', 'Document_Type Bal_Account_Type'),
  ...all('text', 'Document_No Customer_No Message_to_Recipient Description Global_Dimension_1_Code'),
  ...all('text', 'Global_Dimension_2_Code IC_Partner_Code Salesperson_Code Currency_Code Bal_Account_No'),
  ...all('text', 'Payment_Method_Code On_Hold User_ID Source_Code Reason_Code Direct_Debit_Mandate_ID'),
  ...all('decimal', 'Original_Amount Original_Amt_LCY Amount Amount_LCY Debit_Amount Debit_Amount_LCY'),
  ...all('decimal', 'Credit_Amount Credit_Amount_LCY Remaining_Amount Remaining_Amt_LCY Sales_LCY'),
  ...all('decimal', 'Original_Pmt_Disc_Possible Remaining_Pmt_Disc_Possible Max_Payment_Tolerance'),
  ...all('boolean', 'Open Reversed Exported_to_Payment_File'),
  ...all('integer', 'Reversed_by_Entry_No Reversed_Entry_No Entry_No Dimension_Set_ID'),
};

/** The same of vendors, with the vendor's own number of the bill. */
const VENDOR_ENTRY: Record<string, ColumnType> = {
  ...all('date', 'Posting_Date Due_Date Pmt_Discount_Date Pmt_Disc_Tolerance_Date'),
  ...all('option', 'Document_Type Bal_Account_Type'),
  ...all('text', 'Document_No External_Document_No Vendor_No Message_to_Recipient Description'),
  ...all('text', 'Global_Dimension_1_Code Global_Dimension_2_Code IC_Partner_Code Purchaser_Code'),
  ...all('text', 'Currency_Code Payment_Method_Code Payment_Reference Creditor_No Bal_Account_No On_Hold'),
  ...all('text', 'User_ID Source_Code Reason_Code'),
  ...all('decimal', 'Original_Amount Original_Amt_LCY Amount Amount_LCY Debit_Amount Debit_Amount_LCY'),
  ...all('decimal', 'Credit_Amount Credit_Amount_LCY Remaining_Amount Remaining_Amt_LCY'),
  ...all('decimal', 'Original_Pmt_Disc_Possible Remaining_Pmt_Disc_Possible Max_Payment_Tolerance'),
  ...all('boolean', 'Open Reversed Exported_to_Payment_File'),
  ...all('integer', 'Reversed_by_Entry_No Reversed_Entry_No Entry_No Dimension_Set_ID'),
};

const DETAIL: Record<string, ColumnType> = {
  ...all('date', 'Posting_Date Initial_Entry_Due_Date'),
  ...all('option', 'Entry_Type Document_Type'),
  ...all('text', 'Document_No Customer_No Initial_Entry_Global_Dim_1 Initial_Entry_Global_Dim_2'),
  ...all('text', 'Currency_Code User_ID Source_Code Reason_Code'),
  ...all('decimal', 'Amount Amount_LCY Debit_Amount Debit_Amount_LCY Credit_Amount Credit_Amount_LCY'),
  ...all('boolean', 'Unapplied'),
  ...all('integer', 'Unapplied_by_Entry_No Cust_Ledger_Entry_No Entry_No'),
};

const VENDOR_DETAIL: Record<string, ColumnType> = {
  ...all('date', 'Posting_Date Initial_Entry_Due_Date'),
  ...all('option', 'Entry_Type Document_Type'),
  ...all('text', 'Document_No Vendor_No Initial_Entry_Global_Dim_1 Initial_Entry_Global_Dim_2'),
  ...all('text', 'Currency_Code User_ID Source_Code Reason_Code'),
  ...all('decimal', 'Amount Amount_LCY Debit_Amount Debit_Amount_LCY Credit_Amount Credit_Amount_LCY'),
  ...all('boolean', 'Unapplied'),
  ...all('integer', 'Unapplied_by_Entry_No Vendor_Ledger_Entry_No Entry_No'),
};

const INVOICE: Record<string, ColumnType> = {
  ...all('text', 'No Sell_to_Customer_No Sell_to_Customer_Name Currency_Code Sell_to_Post_Code'),
  ...all('text', 'Sell_to_Country_Region_Code Sell_to_Contact Bill_to_Customer_No Bill_to_Name'),
  ...all('text', 'Salesperson_Code Shortcut_Dimension_1_Code Shortcut_Dimension_2_Code Location_Code'),
  ...all('text', 'External_Document_No Payment_Terms_Code Shipment_Method_Code Shipping_Agent_Code'),
  ...all('date', 'Due_Date Posting_Date Document_Date Shipment_Date'),
  ...all('decimal', 'Amount Amount_Including_VAT Remaining_Amount Payment_Discount_Percent'),
  ...all('boolean', 'Closed Cancelled Corrective Coupled_to_CRM'),
  ...all('integer', 'No_Printed'),
};

/** NAV 2018: page 146 has no Order_No. */
const PURCHASE_INVOICE: Record<string, ColumnType> = {
  ...all('text', 'No Vendor_Invoice_No Buy_from_Vendor_No Order_Address_Code Buy_from_Vendor_Name'),
  ...all('text', 'Currency_Code Buy_from_Post_Code Buy_from_Country_Region_Code Buy_from_Contact'),
  ...all('text', 'Pay_to_Vendor_No Pay_to_Name Pay_to_Post_Code Pay_to_Country_Region_Code Pay_to_Contact'),
  ...all('text', 'Ship_to_Code Ship_to_Name Ship_to_Post_Code Ship_to_Country_Region_Code Ship_to_Contact'),
  ...all('text', 'Purchaser_Code Shortcut_Dimension_1_Code Shortcut_Dimension_2_Code Location_Code'),
  ...all('text', 'Payment_Terms_Code Payment_Method_Code Shipment_Method_Code'),
  ...all('date', 'Posting_Date Document_Date Due_Date'),
  ...all('decimal', 'Amount Amount_Including_VAT Payment_Discount_Percent Remaining_Amount'),
  ...all('boolean', 'Closed Cancelled Corrective'),
  ...all('integer', 'No_Printed'),
};

/** A card shows no amounts: whoever publishes it under the name of the list has the wrong page. */
const CARD: Record<string, ColumnType> = {
  ...all('text', 'No Sell_to_Customer_Name Sell_to_Address Sell_to_City Order_No External_Document_No'),
  ...all('date', 'Document_Date Posting_Date Due_Date'),
  ...all('boolean', 'Closed Cancelled Corrective'),
};

function shape(entity: string, key: string, columns: Record<string, ColumnType>): Shape {
  const options = {
    Document_Type: DOCUMENT_TYPES,
    Entry_Type: ENTRY_TYPES,
    Bal_Account_Type: ['G/L Account', 'Customer', 'Vendor', 'Bank Account'],
  };
  return { entity, key: [key], columns, options, reckoned: new Set(), isQuery: false, encodesOptions: false };
}

/** The entity of a published page bears the name of the service. */
export function shapeOf(page: PageNo, service: string): Shape {
  switch (page) {
    case 25:
      return shape(service, 'Entry_No', ENTRY);
    case 29:
      return shape(service, 'Entry_No', VENDOR_ENTRY);
    case 573:
      return shape(service, 'Entry_No', DETAIL);
    case 574:
      return shape(service, 'Entry_No', VENDOR_DETAIL);
    case 146:
      return shape(service, 'No', PURCHASE_INVOICE);
    case 143:
      return shape(service, 'No', INVOICE);
    case 132:
      return shape(service, 'No', CARD);
  }
}

/** Amounts that the server adds up for each row whenever they are asked for. */
export const FLOW_FIELDS = [
  'Remaining_Amount',
  'Remaining_Amt_LCY',
  'Original_Amount',
  'Original_Amt_LCY',
  'Amount',
];
