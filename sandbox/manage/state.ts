import type { ManageKnobs } from './knobs';
import type { WrittenRow } from './records/record-writes';

/** What the sandbox's Manage stores. Amounts are decimals as its API speaks them. */
export interface ManageState extends Partial<ManageKnobs> {
  readonly invoices: ManageInvoiceRow[];
  nextPaymentId: number;
  /** Flags of /finance/accountingPackageSetup. */
  readonly accountingPackage: { syncPaymentInfoFlag: boolean; syncWisePayPaymentInfoFlag: boolean };
  /** The custom fields every invoice carries. */
  readonly customFields: CustomFieldDefinition[];
  readonly purchaseOrders: PurchaseOrderRow[];
  /** The custom fields every purchase order carries. */
  readonly purchaseOrderFields: CustomFieldDefinition[];
  /** Whether `/system/reports/Invoices` exists and may be read by this member. */
  reportsAvailable: boolean;
}

export interface CustomFieldDefinition {
  readonly id: number;
  readonly caption: string;
  readonly type: 'Text' | 'Currency' | 'Number' | 'Date' | 'Checkbox';
}

/** Null is empty, a Date is `yyyy-MM-dd`. */
export type CustomFieldValue = string | number | boolean | null;

/** A purchase order as the sandbox's Manage stores it. */
export interface PurchaseOrderRow extends WrittenRow {
  readonly id: number;
  readonly poNumber: string;
  readonly vendorCompany: { readonly id: number; readonly identifier: string; readonly name: string };
  /** What somebody typed in: one bill of the vendor or several; '' while there is none. */
  vendorInvoiceNumber: string;
  readonly currencyCode: string;
  /** `yyyy-MM-dd` */
  readonly date: string;
  readonly total: number;
  readonly closed: boolean;
}

/** An invoice as the sandbox's Manage stores it; sums and balances are reckoned when asked for. */
export interface ManageInvoiceRow extends WrittenRow {
  readonly id: number;
  readonly invoiceNumber: string;
  readonly type: 'Agreement' | 'CreditMemo' | 'DownPayment' | 'Miscellaneous' | 'Progress' | 'Standard';
  readonly company: { readonly id: number; readonly identifier: string; readonly name: string };
  readonly currencyCode: string;
  /** `yyyy-MM-dd` */
  readonly date: string;
  readonly dueDate: string;
  readonly total: number;
  readonly closed: boolean;
  readonly reference: string;
  payments: PaymentRow[];
  /** A property whose old value Manage would no longer take: every PATCH of the invoice fails on it. */
  legacyFault?: string;
  /** The sums shown until the given epoch ms, while Manage has not added up the newest payment. */
  staleSums?: { readonly until: number; readonly payments: number; readonly credits: number };
}

export interface PaymentRow {
  readonly id: number;
  amount: number;
  /** `yyyy-MM-dd` */
  paymentDate: string;
  readonly appliedBy: string;
  /** Set on the row of an applied credit memo: the memo's invoice id. */
  readonly creditInvoiceId: number | null;
  type?: string | null;
  glBatchID?: string | null;
  paymentAccount?: string | null;
  aRPaymentAccount?: string | null;
  /** ISO instant; the invoice's own where it is missing. */
  lastUpdated?: string;
  updatedBy?: string;
}
