import { z } from 'zod/mini';
import { decimalText, wholeNumber } from '@/utils/http/json';

/** Answers of the Manage API, as far as the product reads them. Source: ConnectWise OpenAPI 2025.8. */

const text = z.nullish(z.string());
const flag = z.nullish(z.boolean());

/** Every item is kept as it came, since the whole array has to be sent back when one of them changes. */
const customFieldItems = z.nullish(z.array(z.record(z.string(), z.unknown())));

export const companyInfoSchema = z.object({
  CompanyName: text,
  Codebase: z.string().check(z.regex(/^[\w.-]+\/?$/, 'a code base such as v2025_1/')),
  VersionCode: text,
  CompanyID: text,
  /** The string "True" in ConnectWise's own sample, a boolean elsewhere. */
  IsCloud: z.nullish(z.union([z.boolean(), z.string()])),
});

export const invoiceSchema = z.object({
  id: wholeNumber,
  invoiceNumber: z.string(),
  type: text,
  company: z.nullish(z.object({ name: text })),
  currency: z.nullish(z.object({ currencyCode: text })),
  /** Nullable at Manage; without it nothing can be said about an invoice. */
  total: decimalText,
  payments: z.nullish(decimalText),
  credits: z.nullish(decimalText),
  balance: z.nullish(decimalText),
  customFields: customFieldItems,
  _info: z.nullish(z.object({ lastUpdated: text })),
});

export const purchaseOrderSchema = z.object({
  id: wholeNumber,
  poNumber: z.string(),
  vendorInvoiceNumber: text,
  vendorCompany: z.nullish(z.object({ identifier: text, name: text })),
  currency: z.nullish(z.object({ currencyCode: text })),
  total: z.nullish(decimalText),
  customFields: customFieldItems,
  _info: z.nullish(z.object({ lastUpdated: text })),
});

export const withCustomFieldsSchema = z.object({ customFields: customFieldItems });

export const paymentSchema = z.object({
  id: wholeNumber,
  amount: decimalText,
  paymentDate: text,
  appliedBy: text,
  /** Names the credit memo on a row that is an applied credit and no payment. */
  credit: z.nullish(z.object({ id: z.nullish(wholeNumber), identifier: text })),
  type: text,
  source: text,
});

export const accountingPackageSetupSchema = z.object({
  accountingPackage: z.nullish(z.object({ name: text, identifier: text })),
  syncPaymentInfoFlag: flag,
  syncWisePayPaymentInfoFlag: flag,
});

export const systemInfoSchema = z.object({ version: text, isCloud: flag, cloudRegion: text });

export const userDefinedFieldSchema = z.object({ caption: text, fieldTypeIdentifier: text });

export const mySecuritySchema = z.object({
  moduleFunctionName: text,
  addLevel: text,
  editLevel: text,
  deleteLevel: text,
  inquireLevel: text,
  /** Whose rights these are. */
  member: z.nullish(z.object({ id: z.nullish(wholeNumber) })),
});

export const memberSchema = z.object({
  structureLevel: z.nullish(z.object({ id: z.nullish(wholeNumber), name: text })),
});

export const invoiceStatusSchema = z.object({ status: z.nullish(z.object({ isClosed: flag })) });

/** `column_definitions` has one object per column, with the column's name as its only key. */
export const reportSchema = z.object({
  column_definitions: z.array(z.record(z.string(), z.unknown())),
  row_values: z.array(z.array(z.unknown())),
});
