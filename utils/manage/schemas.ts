import { z } from 'zod';
import { decimalText, wholeNumber } from '@/utils/http/json';

export const companyInfoSchema = z.object({
  CompanyName: z.string().nullish(),
  Codebase: z.string().min(1),
  CompanyID: z.string().nullish(),
});

export const invoiceSchema = z.object({
  id: wholeNumber,
  invoiceNumber: z.string(),
  type: z.string().nullish(),
  company: z.object({ name: z.string().nullish() }).nullish(),
  currency: z.object({ currencyCode: z.string().nullish() }).nullish(),
  total: decimalText.nullish(),
  payments: decimalText.nullish(),
  credits: decimalText.nullish(),
  balance: decimalText.nullish(),
  _info: z.object({ lastUpdated: z.string().nullish() }).nullish(),
});

export const paymentSchema = z.object({
  id: wholeNumber,
  amount: decimalText.nullish(),
  paymentDate: z.string().nullish(),
  appliedBy: z.string().nullish(),
  credit: z.unknown().optional(),
  type: z.string().nullish(),
});
