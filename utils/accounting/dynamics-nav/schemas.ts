import { z } from 'zod/mini';
import { amountText, day, optionName } from '@/utils/accounting/odata/values';
import { wholeNumber } from '@/utils/http/json';
import type { IsoDate } from '@/utils/payments/iso-date';

const givenDay = z.pipe(
  day,
  z.transform((date, context): IsoDate => {
    if (date !== null) return date;
    context.issues.push({ code: 'custom', message: 'no date', input: date });
    return z.NEVER;
  }),
);

/** Empty for the company's local currency. */
const currencyCode = z.pipe(
  z.nullish(z.string()),
  z.transform((code) => code?.trim() ?? ''),
);

/**
 * The columns that are read of a ledger entry. Only columns that NAV 2017 has too. A charge is positive. Source: the
 * pages' controls in NAV 2018 and Business Central, named by the rule that names them in OData.
 */
export const LEDGER_ENTRY = {
  Entry_No: wholeNumber,
  Posting_Date: givenDay,
  Document_Type: optionName,
  Document_No: z.string(),
  /** Whose ledger it stands in: the customer who is billed, or the vendor who is paid. */
  Account_No: z.string(),
  Currency_Code: currencyCode,
  Original_Amount: amountText,
  Remaining_Amount: amountText,
  Open: z.boolean(),
  Reversed: z.boolean(),
};

/** Of a vendor: the vendor's own number of the bill. The page of customers has it in Business Central alone. */
export const EXTERNAL_NUMBER = { External_Document_No: z.nullish(z.string()) };

/**
 * The columns that are read of a detailed ledger entry. Rows are only ever added; what un-applying changes of old ones
 * is their mark. Amounts are in the currency of the ledger entry.
 */
export const DETAILED_ENTRY = {
  Entry_No: wholeNumber,
  Ledger_Entry_No: wholeNumber,
  Entry_Type: optionName,
  /** Of the document whose posting made the row: on an Application row that of the applying entry. */
  Document_Type: optionName,
  Document_No: z.string(),
  Posting_Date: givenDay,
  Amount: amountText,
  /** On a row that was undone and on the row that undid it. */
  Unapplied: z.boolean(),
};

export const ENTRY_NUMBER = { Entry_No: wholeNumber };

/** The columns that are read of a posted invoice. */
export const POSTED_INVOICE = {
  No: z.string().check(z.minLength(1)),
  ...EXTERNAL_NUMBER,
  Account_No: z.string(),
  Posting_Date: givenDay,
  Currency_Code: currencyCode,
  Amount_Including_VAT: amountText,
  /** A credit memo of its own cancelled it. */
  Cancelled: z.boolean(),
  /** It cancels a credit memo. */
  Corrective: z.boolean(),
};

/** The vendor it was bought from, who need not be the one who is paid. */
export const VENDOR = { Vendor_No: z.string(), Vendor_Name: z.nullish(z.string()) };

type ReadBy<Shape extends z.core.$ZodShape> = z.infer<z.ZodMiniObject<Shape>>;

export type LedgerEntry = ReadBy<typeof LEDGER_ENTRY> & Partial<ReadBy<typeof EXTERNAL_NUMBER>>;
export type DetailedEntry = ReadBy<typeof DETAILED_ENTRY>;
export type PostedInvoice = ReadBy<typeof POSTED_INVOICE> & Partial<ReadBy<typeof VENDOR>>;
