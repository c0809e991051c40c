import { z } from 'zod';
import { decimalText, wholeNumber } from '@/utils/http/json';

/** Answers of the Manage API, as far as the product reads them. Source: ConnectWise OpenAPI 2025.8. */

const text = z.string().nullish();
const flag = z.boolean().nullish();

/** Every item is kept as it came, since the whole array has to be sent back when one of them changes. */
const customFieldItems = z.array(z.record(z.string(), z.unknown())).nullish();

export const companyInfoSchema = z.object({
  CompanyName: text,
  Codebase: z.string().regex(/^[\w.-]+\/?$/, 'a code base such as v2025_1/'),
  VersionCode: text,
  CompanyID: text,
  /** The string "True" in ConnectWise's own sample, a boolean elsewhere. */
  IsCloud: z.union([z.boolean(), z.string()]).nullish(),
});

export const invoiceSchema = z.object({
  id: wholeNumber,
  invoiceNumber: z.string(),
  type: text,
  company: z.object({ name: text }).nullish(),
  currency: z.object({ currencyCode: text }).nullish(),
  /** Nullable at Manage; without it nothing can be said about an invoice. */
  total: decimalText,
  payments: decimalText.nullish(),
  credits: decimalText.nullish(),
  balance: decimalText.nullish(),
  customFields: customFieldItems,
  _info: z.object({ lastUpdated: text }).nullish(),
});

export const invoiceCustomFieldsSchema = z.object({ customFields: customFieldItems });

export const paymentSchema = z.object({
  id: wholeNumber,
  amount: decimalText,
  paymentDate: text,
  appliedBy: text,
  /** Names the credit memo on a row that is an applied credit and no payment. */
  credit: z.object({ id: wholeNumber.nullish(), identifier: text }).nullish(),
  type: text,
  source: text,
});

export const accountingPackageSetupSchema = z.object({
  accountingPackage: z.object({ name: text, identifier: text }).nullish(),
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
});

/** `column_definitions` has one object per column, with the column's name as its only key. */
export const reportSchema = z.object({
  column_definitions: z.array(z.record(z.string(), z.unknown())),
  row_values: z.array(z.array(z.unknown())),
});
