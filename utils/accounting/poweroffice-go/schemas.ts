import { z } from 'zod';
import { decimalText, wholeNumber } from '@/utils/http/json';

/** The first ten characters: dates of this API may carry a time part. */
const day = z.string().transform((text) => text.slice(0, 10));

export const outgoingInvoiceSchema = z.object({
  Id: z.string(),
  InvoiceNo: wholeNumber.nullish(),
  VoucherType: z.string(),
  VoucherNo: wholeNumber.nullish(),
  VoucherDate: day.nullish(),
  TotalAmount: decimalText,
  TotalPostedAmount: decimalText,
  Balance: decimalText.nullish(),
  BalanceLastChangedDateTimeOffset: z.string().nullish(),
  MatchId: wholeNumber.nullish(),
  CurrencyCode: z.string().nullish(),
  CurrencyExchangeRate: decimalText.nullish(),
  CustomerNo: wholeNumber.nullish(),
  IsReversed: z.boolean().nullish(),
});
export type OutgoingInvoice = z.infer<typeof outgoingInvoiceSchema>;

export const ledgerEntrySchema = z.object({
  Id: wholeNumber,
  Amount: decimalText,
  Balance: decimalText,
  CurrencyAmount: decimalText.nullish(),
  CurrencyCode: z.string().nullish(),
  PostingDate: day,
  VoucherType: z.string(),
  VoucherNo: wholeNumber.nullish(),
  VoucherId: z.string().nullish(),
  InvoiceNo: z.string().nullish(),
  MatchId: wholeNumber.nullish(),
  IsWriteOff: z.boolean().nullish(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const tokenSchema = z.object({ access_token: z.string(), expires_in: wholeNumber });
