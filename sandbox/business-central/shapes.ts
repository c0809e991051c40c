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

const HEADER: Record<string, ColumnType> = {
  id: 'guid',
  number: 'text',
  externalDocumentNumber: 'text',
  postingDate: 'date',
  dueDate: 'date',
  customerId: 'guid',
  customerNumber: 'text',
  customerName: 'text',
  billToName: 'text',
  billToCustomerId: 'guid',
  billToCustomerNumber: 'text',
  currencyId: 'guid',
  currencyCode: 'text',
  paymentTermsId: 'guid',
  shipmentMethodId: 'guid',
  salesperson: 'text',
  pricesIncludeTax: 'boolean',
  discountAmount: 'decimal',
  totalAmountExcludingTax: 'decimal',
  totalTaxAmount: 'decimal',
  totalAmountIncludingTax: 'decimal',
  status: 'option',
  lastModifiedDateTime: 'instant',
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
