import { z } from 'zod/mini';
import { wholeNumber } from '@/utils/http/json';
import { amountText, day, optionName } from '@/utils/accounting/odata/values';

/** `currencyId` of an invoice in the company's own currency. */
export const LOCAL_CURRENCY_ID = '00000000-0000-0000-0000-000000000000';

const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);

/**
 * The fields that are read of a sales invoice. Total and what remains are in the invoice's own currency, whose code
 * is the company's where the invoice has none of its own. Source: page 30012 of API v2.0.
 */
export const salesInvoiceSchema = z.object({
  /** The same from draft to posted. */
  id: z.string().check(z.minLength(1)),
  number: text,
  externalDocumentNumber: text,
  /** Of the sales order it was made from; empty where there was none. */
  orderNumber: text,
  postingDate: day,
  billToCustomerNumber: text,
  currencyId: text,
  /** As the firm named it: as a rule, but not always, the code of ISO 4217. */
  currencyCode: z.string().check(z.minLength(1), z.maxLength(10)),
  totalAmountIncludingTax: amountText,
  remainingAmount: amountText,
  status: z.pipe(optionName, z.enum(['Draft', 'In Review', 'Open', 'Paid', 'Canceled', 'Corrective'])),
});
export type SalesInvoice = z.infer<typeof salesInvoiceSchema>;

export const SALES_INVOICE_FIELDS = Object.keys(salesInvoiceSchema.shape);

/**
 * One detailed entry of the customer ledger, with what the ledger entry it belongs to says of itself (`cle…`).
 * Amounts are in the company's own currency. Source: query 36957 of the Power BI reports app, from version 27 on.
 */
export const ledgerRowSchema = z.object({
  cleEntryNo: wholeNumber,
  cleOpen: z.boolean(),
  clePostingDate: day,
  /** The posting date of the application that closed the entry; none while it is open. */
  cleClosedAtDate: day,
  /** Given under a lock, and so in the order in which entries were committed. */
  dcleEntryNo: wholeNumber,
  dclePostingDate: day,
  dcleEntryType: optionName,
  /** Of an application: what was applied, by the document that was being posted. */
  dcleDocumentType: optionName,
  dcleDocumentNo: text,
  dcleAmountLCY: amountText,
  dcleCustomerNo: text,
});
export type LedgerRow = z.infer<typeof ledgerRowSchema>;

export const LEDGER_FIELDS = Object.keys(ledgerRowSchema.shape);

/** As much of a row as tells whose it is: rows are many, and most need not be known further. */
export const ledgerHeadSchema = z.pick(ledgerRowSchema, {
  cleEntryNo: true,
  dcleEntryNo: true,
  dcleEntryType: true,
  dcleDocumentType: true,
  dcleDocumentNo: true,
  dcleAmountLCY: true,
});
export type LedgerHead = z.infer<typeof ledgerHeadSchema>;

export const LEDGER_HEAD_FIELDS = Object.keys(ledgerHeadSchema.shape);

export const companySchema = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  displayName: text,
  systemVersion: text,
});
export type Company = z.infer<typeof companySchema>;

export const environmentSchema = z.object({ name: z.string().check(z.minLength(1)), type: text });
export type Environment = z.infer<typeof environmentSchema>;
