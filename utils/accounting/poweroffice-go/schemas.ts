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

/** What is read of either kind of invoice. */
const postedInvoice = {
  /** The voucher's id: the same from draft to posted, and the `VoucherId` of the invoice's ledger entry. */
  Id: z.string().check(z.minLength(1)),
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
  IsReversed: z.nullish(z.boolean()),
};

/** The fields that are read of an outgoing invoice. Source: OutgoingInvoiceDto of the vendor's OpenAPI description. */
export const outgoingInvoiceSchema = z.object({
  ...postedInvoice,
  InvoiceNo: z.nullish(wholeNumberText),
  OrderNo: z.nullish(wholeNumberText),
  ImportedOrderNo: z.nullish(wholeNumberText),
  ExternalImportReference: z.nullish(z.string()),
  CustomMatchingReference: z.nullish(z.string()),
  CustomerNo: z.nullish(wholeNumberText),
});

/**
 * The fields that are read of an incoming invoice. Source: IncomingInvoiceListItemDto. That amounts of a bill are
 * negative follows from its words only ("if balance is greater than totalPostedAmount, the entry will have a match"),
 * so a bill with another sign is not read.
 */
export const incomingInvoiceSchema = z
  .object({
    ...postedInvoice,
    InvoiceNo: z.nullish(z.string()),
    SupplierNo: z.nullish(wholeNumberText),
  })
  .check(
    z.refine(
      ({ VoucherType, TotalAmount }) => VoucherType !== 'IncomingInvoice' || !new Big(TotalAmount).gt(0),
      {
        path: ['TotalAmount'],
        error: 'positive, where a bill is negative',
      },
    ),
  );

/** An invoice or credit note of either kind; what is owed is positive in both. */
export type PostedInvoice = z.infer<typeof outgoingInvoiceSchema> &
  KeptInClientCurrency & {
    readonly SupplierNo?: string | null | undefined;
    /** As the ledger has it; the list of invoices does not tell. */
    readonly SupplierName?: string | null | undefined;
  };

/** The fields that are read of a ledger entry. Source: CustomerLedgerEntryDto, SupplierLedgerEntryDto. */
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
  SupplierName: z.catch(z.nullish(z.string()), null),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema> & KeptInClientCurrency;

export const tokenSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: wholeNumber,
});
