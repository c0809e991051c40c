import type { ColumnType, Shape } from '../odata/shape';

const TYPES = ['', 'Payment', 'Invoice', 'Credit Memo', 'Finance Charge Memo', 'Reminder', 'Refund'];
const DETAILS = [
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
const STATUS = ['', 'Draft', 'In Review', 'Open', 'Paid', 'Canceled', 'Corrective'];

const COMMON: Record<string, ColumnType> = {
  id: 'guid',
  number: 'text',
  postingDate: 'date',
  dueDate: 'date',
  currencyId: 'guid',
  currencyCode: 'text',
  pricesIncludeTax: 'boolean',
  discountAmount: 'decimal',
  totalAmountExcludingTax: 'decimal',
  totalTaxAmount: 'decimal',
  totalAmountIncludingTax: 'decimal',
  status: 'option',
  lastModifiedDateTime: 'instant',
};

const HEADER: Record<string, ColumnType> = {
  ...COMMON,
  externalDocumentNumber: 'text',
  customerId: 'guid',
  customerNumber: 'text',
  customerName: 'text',
  billToName: 'text',
  billToCustomerId: 'guid',
  billToCustomerNumber: 'text',
  paymentTermsId: 'guid',
  shipmentMethodId: 'guid',
  salesperson: 'text',
  phoneNumber: 'text',
  email: 'text',
};

/** Pages of API v2.0. Currency code and remaining amount are variables of the page, not fields of its table. */
export const SALES_INVOICE: Shape = {
  entity: 'salesInvoice',
  key: ['id'],
  columns: {
    ...HEADER,
    invoiceDate: 'date',
    promisedPayDate: 'date',
    customerPurchaseOrderReference: 'text',
    orderId: 'guid',
    orderNumber: 'text',
    disputeStatusId: 'guid',
    disputeStatus: 'text',
    remainingAmount: 'decimal',
  },
  options: { status: STATUS },
  reckoned: new Set(['currencyCode', 'remainingAmount']),
  isQuery: false,
  encodesOptions: true,
};

export const SALES_CREDIT_MEMO: Shape = {
  ...SALES_INVOICE,
  entity: 'salesCreditMemo',
  columns: { ...HEADER, creditMemoDate: 'date', invoiceId: 'guid', invoiceNumber: 'text' },
  reckoned: new Set(['currencyCode', 'invoiceId']),
};

/** It does not tell what remains to be paid. */
export const PURCHASE_INVOICE: Shape = {
  ...SALES_INVOICE,
  entity: 'purchaseInvoice',
  columns: {
    ...COMMON,
    invoiceDate: 'date',
    vendorInvoiceNumber: 'text',
    vendorId: 'guid',
    vendorNumber: 'text',
    vendorName: 'text',
    payToName: 'text',
    payToContact: 'text',
    payToVendorId: 'guid',
    payToVendorNumber: 'text',
    shipToName: 'text',
    orderId: 'guid',
    orderNumber: 'text',
    purchaser: 'text',
    discountAppliedBeforeTax: 'boolean',
  },
  reckoned: new Set(['currencyCode']),
};

/** The analytics query: one row for each detailed entry, in the order of the entries they belong to. */
export const CUSTOMER_LEDGER_ENTRY: Shape = {
  entity: 'customerLedgerEntry',
  key: ['cleEntryNo', 'dcleEntryNo'],
  columns: {
    cleEntryNo: 'integer',
    cleDueDate: 'date',
    cleOpen: 'boolean',
    clePostingDate: 'date',
    cleDocumentDate: 'date',
    cleDimensionSetID: 'integer',
    cleClosedAtDate: 'date',
    cleReasonCode: 'text',
    dcleEntryNo: 'integer',
    dclePostingDate: 'date',
    dcleLedgerEntryAmount: 'boolean',
    dcleEntryType: 'option',
    dcleDocumentType: 'option',
    dcleDocumentNo: 'text',
    dcleInitialEntryDueDate: 'date',
    dcleAmountLCY: 'decimal',
    dcleCustomerNo: 'text',
    dcleApplicationNo: 'integer',
    dcleAppliedCustLedgerEntryNo: 'integer',
    salesInvHeaderDocumentNo: 'text',
    salesInvHeaderPaymentTermsCode: 'text',
    salesInvHeaderPmtDiscountDate: 'date',
  },
  options: { dcleEntryType: DETAILS, dcleDocumentType: TYPES },
  reckoned: new Set(),
  isQuery: true,
  encodesOptions: true,
};

/** The same of vendors, where what is owed is negative. */
export const VENDOR_LEDGER_ENTRY: Shape = {
  ...CUSTOMER_LEDGER_ENTRY,
  entity: 'vendorLedgerEntry',
  key: ['vleEntryNo', 'dvleEntryNo'],
  columns: {
    vleEntryNo: 'integer',
    vleDueDate: 'date',
    vleOpen: 'boolean',
    vlePostingDate: 'date',
    vleDocumentDate: 'date',
    vleDimensionSetID: 'integer',
    vleClosedAtDate: 'date',
    vleReasonCode: 'text',
    dvleEntryNo: 'integer',
    dvlePostingDate: 'date',
    dvleLedgerEntryAmount: 'boolean',
    dvleEntryType: 'option',
    dvleDocumentType: 'option',
    dvleDocumentNo: 'text',
    dvleInitialEntryDueDate: 'date',
    dvleAmountLCY: 'decimal',
    dvleVendorNo: 'text',
    dvleApplicationNo: 'integer',
    dvleAppliedVendLedgerEntryNo: 'integer',
    purchInvHeaderDocumentNo: 'text',
    purchInvHeaderPaymentTermsCode: 'text',
    purchInvHeaderPmtDiscountDate: 'date',
  },
  options: { dvleEntryType: DETAILS, dvleDocumentType: TYPES },
};

export const COMPANY: Shape = {
  entity: 'company',
  key: ['id'],
  columns: {
    id: 'guid',
    systemVersion: 'text',
    timestamp: 'integer',
    name: 'text',
    displayName: 'text',
    businessProfileId: 'text',
    systemCreatedAt: 'instant',
    systemCreatedBy: 'guid',
    systemModifiedAt: 'instant',
    systemModifiedBy: 'guid',
  },
  options: {},
  reckoned: new Set(),
  isQuery: false,
  encodesOptions: true,
};
