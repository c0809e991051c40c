/** What one company's PowerOffice Go stores, under the vendor's field names. */
export interface PowerOfficeState {
  readonly clientId: string;
  readonly clientName: string;
  readonly invoices: OutgoingInvoiceRow[];
  readonly entries: LedgerEntryRow[];
  /** Which entries closed which, so that a balance of the past can be told. */
  readonly matches: MatchRow[];
  /** What the integration may read; tests take privileges away to see a 403. */
  readonly privileges: Set<Privilege>;
}

export type Privilege = 'OutgoingInvoice' | 'CustomerLedger';

export interface OutgoingInvoiceRow {
  Id: string;
  InvoiceNo: number | null;
  VoucherNo: number;
  /** `yyyy-MM-dd` */
  VoucherDate: string;
  DueDate: string;
  VoucherType: 'OutgoingInvoice' | 'OutgoingCreditNote';
  /** Invoice currency. */
  TotalAmount: number;
  NetAmount: number;
  /** Client currency (NOK). */
  TotalPostedAmount: number;
  NetPostedAmount: number;
  /** Client currency; null while the vendor has not reckoned it. */
  Balance: number | null;
  /** With seven fractional digits. */
  BalanceLastChangedDateTimeOffset: string | null;
  CreatedDateTimeOffset: string;
  LastChangedDateTimeOffset: string;
  SentDateTimeOffset: string | null;
  MatchId: number | null;
  CurrencyCode: string;
  CurrencyExchangeRate: number;
  CustomerId: number;
  CustomerNo: number;
  IsCreatedByCurrentIntegration: boolean;
  IsReversed: boolean;
  RelatedInvoiceNo: number | null;
  OrderNo: number | null;
  ImportedOrderNo: number | null;
  ExternalImportReference: string | null;
  CustomMatchingReference: string | null;
  CustomerReference: string | null;
  PurchaseOrderReference: string | null;
  Cid: string | null;
  DepartmentCode: string | null;
  ProjectCode: string | null;
}

export interface LedgerEntryRow {
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
  CustomerId: number;
  CustomerName: string;
  CustomerAccountNo: number;
  CustomerExternalNo: number | null;
  CustomMatchingReference: string | null;
  ExternalImportReference: string | null;
  Cid: string | null;
  PaidFromBankAccount: string | null;
  DepartmentCode: string | null;
  ProjectCode: string | null;
  LastChangedDateTimeOffset: string;
  CreatedDateTimeOffset: string;
}

/** So much of one entry and of an opposite one closed each other, counting from the later one's posting date. */
export interface MatchRow {
  readonly entryIds: readonly [number, number];
  /** Whole øre, positive. */
  readonly ore: number;
  /** `yyyy-MM-dd` */
  readonly from: string;
}
