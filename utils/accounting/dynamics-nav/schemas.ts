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
 * The columns that are read of a customer ledger entry (page 25). Only columns that NAV 2017 has too. A charge is
 * positive. Source: the page's controls in NAV 2018 and Business Central, named by the rule that names them in OData.
 */
export const ledgerEntrySchema = z.object({
  Entry_No: wholeNumber,
  Posting_Date: givenDay,
  Document_Type: optionName,
  Document_No: z.string(),
  Customer_No: z.string(),
  Currency_Code: currencyCode,
  Original_Amount: amountText,
  Remaining_Amount: amountText,
  Open: z.boolean(),
  Reversed: z.boolean(),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

/**
 * The columns that are read of a detailed customer ledger entry (page 573). Rows are only ever added; what un-applying
 * changes of old ones is their mark. Amounts are in the currency of the ledger entry.
 */
export const detailedEntrySchema = z.object({
  Entry_No: wholeNumber,
  Cust_Ledger_Entry_No: wholeNumber,
  Entry_Type: optionName,
  /** Of the document whose posting made the row: on an Application row that of the applying entry. */
  Document_Type: optionName,
  Document_No: z.string(),
  Posting_Date: givenDay,
  Amount: amountText,
  /** On a row that was undone and on the row that undid it. */
  Unapplied: z.boolean(),
});
export type DetailedEntry = z.infer<typeof detailedEntrySchema>;

export const entryNumberSchema = z.pick(detailedEntrySchema, { Entry_No: true });

/** The columns that are read of a posted sales invoice (page 143). */
export const postedInvoiceSchema = z.object({
  No: z.string().check(z.minLength(1)),
  External_Document_No: z.nullish(z.string()),
  /** The ledger entry stands on the customer who is billed. */
  Bill_to_Customer_No: z.string(),
  Posting_Date: givenDay,
  Currency_Code: currencyCode,
  Amount_Including_VAT: amountText,
  /** A credit memo of its own cancelled it. */
  Cancelled: z.boolean(),
  /** It cancels a credit memo. */
  Corrective: z.boolean(),
});
export type PostedInvoice = z.infer<typeof postedInvoiceSchema>;
