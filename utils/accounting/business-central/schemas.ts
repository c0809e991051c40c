import { z } from 'zod/mini';
import { wholeNumber } from '@/utils/http/json';
import { amountText, day, optionName } from '@/utils/accounting/odata/values';

/** `currencyId` of an invoice in the company's own currency. */
export const LOCAL_CURRENCY_ID = '00000000-0000-0000-0000-000000000000';

export const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);

/**
 * The fields that are read of an invoice, whichever side it is on. Amounts are in the invoice's own currency, whose
 * code is the company's where the invoice has none of its own.
 */
export const DOCUMENT = {
  /** The same from draft to posted. */
  id: z.string().check(z.minLength(1)),
  number: text,
  /** The number the other side knows it by, or for a vendor's bill the vendor's own. */
  externalDocumentNumber: text,
  /** Of the order it was made from; empty where there was none. */
  orderNumber: text,
  postingDate: day,
  /** Whose ledger entry it has: the customer who is billed, or the vendor who is paid. */
  accountNumber: text,
  currencyId: text,
  /** As the firm named it: as a rule, but not always, the code of ISO 4217. */
  currencyCode: z.string().check(z.minLength(1), z.maxLength(10)),
  totalAmountIncludingTax: amountText,
  status: z.pipe(optionName, z.enum(['Draft', 'In Review', 'Open', 'Paid', 'Canceled', 'Corrective'])),
};

/** A sales invoice. Source: page 30012 of API v2.0. */
export const SALES_INVOICE = {
  ...DOCUMENT,
  remainingAmount: amountText,
};

/** A purchase invoice, which does not tell what remains of it. Source: the page of `purchaseInvoices` in API v2.0. */
export const PURCHASE_INVOICE = {
  ...DOCUMENT,
  /** The vendor it was bought from, who need not be the one who is paid. */
  vendorNumber: text,
  vendorName: text,
};

type ReadBy<Shape extends z.core.$ZodShape> = z.infer<z.ZodMiniObject<Shape>>;

export type InvoiceDocument = ReadBy<typeof DOCUMENT> &
  Partial<ReadBy<typeof SALES_INVOICE> & ReadBy<typeof PURCHASE_INVOICE>>;

/** As much of a row as tells whose it is: rows are many, and most need not be known further. */
export const LEDGER_HEAD = {
  entryNo: wholeNumber,
  /** Given under a lock, and so in the order in which entries were committed. */
  detailNo: wholeNumber,
  type: optionName,
  /** Of an application: what was applied, by the document that was being posted. */
  documentType: optionName,
  documentNo: text,
  /** In the company's own currency; positive where it raises what is owed. */
  amount: amountText,
};
export type LedgerHead = ReadBy<typeof LEDGER_HEAD>;

/** One detailed entry of a ledger, with what the ledger entry it belongs to says of itself. */
export const LEDGER_ROW = {
  ...LEDGER_HEAD,
  open: z.boolean(),
  postedOn: day,
  /** The posting date of the application that closed the entry; none while it is open. */
  closedOn: day,
  detailPostedOn: day,
  accountNo: text,
};
export type LedgerRow = ReadBy<typeof LEDGER_ROW>;

export const companySchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  displayName: text,
  systemVersion: text,
});
export type Company = z.infer<typeof companySchema>;
