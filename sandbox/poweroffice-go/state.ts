/** Rows as the vendor's API names them; only the fields the product may read. */
export interface OutgoingInvoiceRow {
  Id: string;
  InvoiceNo: number | null;
  VoucherNo: number;
  VoucherDate: string;
  VoucherType: 'OutgoingInvoice' | 'OutgoingCreditNote';
  TotalAmount: number;
  TotalPostedAmount: number;
  Balance: number | null;
  BalanceLastChangedDateTimeOffset: string | null;
  MatchId: number | null;
  CurrencyCode: string;
  CurrencyExchangeRate: number;
  CustomerNo: number;
  IsReversed: boolean;
}

export interface LedgerEntryRow {
  Id: number;
  VoucherType: string;
  Amount: number;
  Balance: number;
  CurrencyAmount: number;
  CurrencyCode: string;
  PostingDate: string;
  VoucherNo: number;
  InvoiceNo: string | null;
  MatchId: number | null;
  IsWriteOff: boolean;
}
