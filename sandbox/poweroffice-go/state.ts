/** What one company's PowerOffice Go stores, under the vendor's field names. */
export interface PowerOfficeState {
  readonly clientId: string;
  readonly clientName: string;
  readonly invoices: OutgoingInvoiceRow[];
  readonly entries: LedgerEntryRow[];
  /** Which entries closed which, so that a balance of the past can be told. */
  readonly matches: MatchRow[];
  /** The same of suppliers. What is owed to one is negative. */
  readonly bills: IncomingInvoiceRow[];
  readonly supplierEntries: SupplierEntryRow[];
  readonly supplierMatches: MatchRow[];
  /** What the integration may read; tests take privileges away to see a 403. */
  readonly privileges: Set<Privilege>;
}

export type Privilege = 'OutgoingInvoice' | 'CustomerLedger' | 'IncomingInvoice' | 'SupplierLedger';

/** What the lists of outgoing and of incoming invoices have in common. */
interface InvoiceRow {
  Id: string;
  VoucherNo: number;
  /** `yyyy-MM-dd` */
  VoucherDate: string;
  DueDate: string;
  /** Invoice currency. */
  TotalAmount: number;
  NetAmount: number;
  /** Client currency (NOK). */
  TotalPostedAmount: number;
  NetPostedAmount: number;
  /** With seven fractional digits. */
  BalanceLastChangedDateTimeOffset: string | null;
  CreatedDateTimeOffset: string;
  LastChangedDateTimeOffset: string;
  MatchId: number | null;
  CurrencyCode: string;
  CurrencyExchangeRate: number;
  ExternalImportReference: string | null;
  CustomMatchingReference: string | null;
  PurchaseOrderReference: string | null;
  Cid: string | null;
  DepartmentCode: string | null;
  ProjectCode: string | null;
}

export interface OutgoingInvoiceRow extends InvoiceRow {
  InvoiceNo: number | null;
  VoucherType: 'OutgoingInvoice' | 'OutgoingCreditNote';
  /** Client currency; null while the vendor has not reckoned it. */
  Balance: number | null;
  SentDateTimeOffset: string | null;
  CustomerId: number;
  CustomerNo: number;
  IsCreatedByCurrentIntegration: boolean;
  IsReversed: boolean;
  RelatedInvoiceNo: number | null;
  OrderNo: number | null;
  ImportedOrderNo: number | null;
  CustomerReference: string | null;
}

export interface IncomingInvoiceRow extends InvoiceRow {
  /** The supplier's own, which need not be a number. */
  InvoiceNo: string | null;
  VoucherType: 'IncomingInvoice' | 'IncomingCreditNote';
  /** Client currency. */
  Balance: number;
  SupplierId: number;
  SupplierNo: number;
  IsReversed: boolean | null;
  RelatedInvoiceNo: string | null;
  ContractNo: string | null;
}

/** What the ledgers of customers and of suppliers have in common. */
export interface SubLedgerRow {
  Id: number;
  VoucherType: string;
  VoucherNo: number;
  VoucherId: string;
  /** `yyyy-MM-dd` */
  VoucherDate: string;
  PostingDate: string;
  DueDate: string | null;
  /** Client currency. */
  Amount: number;
  Balance: number;
  CurrencyAmount: number;
  CurrencyCode: string;
  /** On entries of invoices and credit notes alone. */
  InvoiceNo: string | null;
  MatchId: number | null;
  IsWriteOff: boolean;
  IsCreatedByCurrentIntegration: boolean;
  CustomMatchingReference: string | null;
  ExternalImportReference: string | null;
  DepartmentCode: string | null;
  ProjectCode: string | null;
  LastChangedDateTimeOffset: string;
  CreatedDateTimeOffset: string;
}

export interface LedgerEntryRow extends SubLedgerRow {
  CustomerId: number;
  CustomerName: string;
  CustomerAccountNo: number;
  CustomerExternalNo: number | null;
  Cid: string | null;
  PaidFromBankAccount: string | null;
}

export interface SupplierEntryRow extends SubLedgerRow {
  SupplierId: number;
  SupplierName: string;
  SupplierAccountNo: number;
  SupplierExternalNo: number | null;
}

/** So much of one entry and of an opposite one closed each other, counting from the later one's posting date. */
export interface MatchRow {
  readonly entryIds: readonly [number, number];
  /** Whole øre, positive. */
  readonly ore: number;
  /** `yyyy-MM-dd` */
  readonly from: string;
}
