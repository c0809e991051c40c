import Big from 'big.js';
import { z } from 'zod/mini';
import { decimalText, wholeNumber, wholeNumberText } from '@/utils/http/json';
import { parseIsoDate } from '@/utils/payments/iso-date';
import type { KeptInClientCurrency } from './client-currency';

/** Far above any invoice and far below where minor units stop being exact. */
const LARGEST_AMOUNT = '1e11';

const amount = decimalText.check(
  z.refine((text) => new Big(text).abs().lt(LARGEST_AMOUNT), 'too large for an amount'),
);

/** A calendar day: the first ten characters, since dates of this API may carry a time part. */
const day = z.pipe(
  z.string(),
  z.transform((text, context) => {
    const date = parseIsoDate(text.slice(0, 10));
    if (date !== null) return date;
    context.issues.push({ code: 'custom', message: 'not a date', input: text });
    return z.NEVER;
  }),
);

const currencyCode = z.string().check(z.regex(/^[A-Z]{3}$/, 'not a currency code'));

/** The fields that are read of an outgoing invoice. Source: OutgoingInvoiceDto of the vendor's OpenAPI description. */
export const outgoingInvoiceSchema = z.object({
  /** The voucher's id: the same from draft to posted, and the `VoucherId` of the invoice's ledger entry. */
  Id: z.string().check(z.minLength(1)),
  InvoiceNo: z.nullish(wholeNumberText),
  OrderNo: z.nullish(wholeNumberText),
  ImportedOrderNo: z.nullish(wholeNumberText),
  ExternalImportReference: z.nullish(z.string()),
  CustomMatchingReference: z.nullish(z.string()),
  VoucherType: z.string(),
  /** Only a hint of how far back the ledger must be read. */
  VoucherDate: z.catch(z.nullish(day), null),
  /** In the invoice's currency. */
  TotalAmount: amount,
  /** In the client's currency. */
  TotalPostedAmount: amount,
  /** What remains, in the client's currency; null where the vendor does not know. */
  Balance: z.nullish(amount),
  /** Up to seven fractional digits, so it stays text. */
  BalanceLastChangedDateTimeOffset: z.nullish(z.string()),
  MatchId: z.nullish(wholeNumberText),
  CurrencyCode: z.nullish(currencyCode),
  /** Client currency for one unit of the invoice's. */
  CurrencyExchangeRate: z.nullish(decimalText),
  CustomerNo: z.nullish(wholeNumberText),
  IsReversed: z.nullish(z.boolean()),
});
export type OutgoingInvoice = z.infer<typeof outgoingInvoiceSchema> & KeptInClientCurrency;

/** The fields that are read of a customer ledger entry. Source: CustomerLedgerEntryDto. */
export const ledgerEntrySchema = z.object({
  Id: wholeNumberText,
  /** In the client's currency, like the balance. */
  Amount: amount,
  Balance: amount,
  /** In the entry's own currency. */
  CurrencyAmount: z.nullish(amount),
  CurrencyCode: z.nullish(currencyCode),
  /** The day it takes effect in the books. */
  PostingDate: day,
  VoucherType: z.string(),
  VoucherNo: z.nullish(wholeNumberText),
  VoucherId: z.nullish(z.string()),
  MatchId: z.nullish(wholeNumberText),
  IsWriteOff: z.nullish(z.boolean()),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema> & KeptInClientCurrency;

const names = z.nullish(z.array(z.string()));

/** What an integration may do at this client. Source: ClientIntegrationInformationDto. */
export const integrationSchema = z.object({
  ClientName: z.nullish(z.string()),
  ClientId: z.nullish(z.string()),
  ValidPrivileges: names,
  /** Privileges the integration has, but the client's Go subscription does not cover. */
  InvalidPrivileges: names,
});
export type Integration = z.infer<typeof integrationSchema>;

export const tokenSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: wholeNumber,
});
