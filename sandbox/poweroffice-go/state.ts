/** What the sandbox's PowerOffice Go stores, under the vendor's field names. */
export interface PowerOfficeState {
  readonly invoices: OutgoingInvoiceRow[];
  readonly entries: LedgerEntryRow[];
}

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
  /** Client currency (NOK). */
  TotalPostedAmount: number;
  /** Client currency; null while the vendor has not reckoned it. */
  Balance: number | null;
  /** With seven fractional digits. */
  BalanceLastChangedDateTimeOffset: string | null;
  LastChangedDateTimeOffset: string;
  MatchId: number | null;
  CurrencyCode: string;
  CurrencyExchangeRate: number;
  CustomerId: number;
  CustomerNo: number;
  IsReversed: boolean;
  RelatedInvoiceNo: number | null;
  OrderNo: number | null;
  ImportedOrderNo: number | null;
  ExternalImportReference: string | null;
  CustomMatchingReference: string | null;
}

export interface LedgerEntryRow {
  Id: number;
  VoucherType: string;
  VoucherNo: number;
  VoucherId: string;
  /** `yyyy-MM-dd` */
  VoucherDate: string;
  PostingDate: string;
  /** Client currency. */
  Amount: number;
  Balance: number;
  CurrencyAmount: number;
  CurrencyCode: string;
  InvoiceNo: string | null;
  MatchId: number | null;
  IsWriteOff: boolean;
  CustomerAccountNo: number;
  LastChangedDateTimeOffset: string;
  CreatedDateTimeOffset: string;
}
