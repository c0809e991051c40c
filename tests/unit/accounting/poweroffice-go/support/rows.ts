/** Rows as PowerOffice Go sends them, with believable defaults. */

export interface InvoiceRow {
  Id: string;
  InvoiceNo: number | null;
  OrderNo?: number | null;
  ImportedOrderNo?: number | null;
  ExternalImportReference?: string | null;
  CustomMatchingReference?: string | null;
  VoucherType: string;
  VoucherNo: number;
  VoucherDate: string;
  TotalAmount: number;
  TotalPostedAmount: number;
  Balance: number | null;
  BalanceLastChangedDateTimeOffset: string | null;
  MatchId: number | null;
  CurrencyCode: string | null;
  CurrencyExchangeRate: number | null;
  CustomerNo: number;
  IsReversed: boolean;
}

export interface EntryRow {
  Id: number;
  VoucherType: string;
  VoucherNo: number;
  VoucherId: string;
  PostingDate: string;
  Amount: number;
  Balance: number;
  CurrencyAmount: number;
  CurrencyCode: string;
  MatchId: number | null;
  IsWriteOff: boolean;
  /** On a bill's own entry in the ledger of suppliers. */
  InvoiceNo?: string;
  SupplierName?: string;
}

/** An incoming invoice, with the amounts as they are sent: negative for what is owed. */
export interface BillRow extends Omit<InvoiceRow, 'InvoiceNo' | 'CustomerNo' | 'IsReversed'> {
  InvoiceNo: string | null;
  SupplierNo: number;
  IsReversed: boolean | null;
}

let counter = 0;

/** An invoice of 1000 kroner, unpaid unless a balance is given. */
export function invoiceRow(with_: Partial<InvoiceRow> = {}): InvoiceRow {
  const { TotalAmount = 1000, InvoiceNo = 100 } = with_;
  const TotalPostedAmount = with_.TotalPostedAmount ?? TotalAmount;
  return {
    Id: `invoice-${InvoiceNo}`,
    VoucherType: 'OutgoingInvoice',
    VoucherNo: 5000 + (InvoiceNo ?? 0),
    VoucherDate: '2026-02-01',
    Balance: TotalPostedAmount,
    BalanceLastChangedDateTimeOffset: '2026-03-05T08:00:00.1234567+00:00',
    MatchId: null,
    CurrencyCode: 'NOK',
    CurrencyExchangeRate: 1,
    CustomerNo: 10018,
    IsReversed: false,
    ...with_,
    InvoiceNo,
    TotalAmount,
    TotalPostedAmount,
  };
}

/** A bill of 1000 kroner, unpaid unless a balance is given. */
export function billRow({ VoucherNo = 40_001, ...with_ }: Partial<BillRow> = {}): BillRow {
  const { TotalAmount = -1000 } = with_;
  const TotalPostedAmount = with_.TotalPostedAmount ?? TotalAmount;
  return {
    Id: `bill-${VoucherNo}`,
    InvoiceNo: 'B-100',
    VoucherType: 'IncomingInvoice',
    VoucherNo,
    VoucherDate: '2026-02-01',
    Balance: TotalPostedAmount,
    BalanceLastChangedDateTimeOffset: '2026-03-05T08:00:00.1234567+00:00',
    MatchId: null,
    CurrencyCode: 'NOK',
    CurrencyExchangeRate: 1,
    SupplierNo: 20001,
    IsReversed: null,
    ...with_,
    TotalAmount,
    TotalPostedAmount,
  };
}

/** An entry of match group 7 in kroner, wholly matched unless a balance is given. */
export function entryRow(with_: Partial<EntryRow> & { Amount: number }): EntryRow {
  counter += 1;
  return {
    Id: counter,
    VoucherType: 'BankJournal',
    VoucherNo: 9000 + counter,
    VoucherId: `voucher-${counter}`,
    PostingDate: '2026-03-01',
    Balance: 0,
    CurrencyAmount: with_.Amount,
    CurrencyCode: 'NOK',
    MatchId: 7,
    IsWriteOff: false,
    ...with_,
  };
}

/** The ledger entry of a bill itself, which alone tells who the vendor is. */
export function billEntry(bill: BillRow, with_: Partial<EntryRow> = {}): EntryRow {
  return ownEntry(bill, {
    ...(bill.InvoiceNo !== null && { InvoiceNo: bill.InvoiceNo }),
    SupplierName: `Supplier ${bill.SupplierNo}`,
    ...with_,
  });
}

/** The ledger entry of an invoice itself. */
export function ownEntry(
  invoice: Omit<InvoiceRow, 'InvoiceNo' | 'CustomerNo' | 'IsReversed'>,
  with_: Partial<EntryRow> = {},
): EntryRow {
  return entryRow({
    VoucherType: invoice.VoucherType,
    VoucherNo: invoice.VoucherNo,
    VoucherId: invoice.Id,
    PostingDate: invoice.VoucherDate,
    Amount: invoice.TotalPostedAmount,
    Balance: invoice.Balance ?? 0,
    CurrencyAmount: invoice.TotalAmount,
    CurrencyCode: invoice.CurrencyCode ?? 'NOK',
    MatchId: invoice.MatchId,
    ...with_,
  });
}
