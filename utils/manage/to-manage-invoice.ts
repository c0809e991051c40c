import type { z } from 'zod';
import { parseIsoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import type { invoiceSchema, paymentSchema } from './schemas';

/** A firm that never switched on other currencies gets no currency from Manage. */
const NO_CURRENCY = 'USD';

export function toManageInvoice(row: z.infer<typeof invoiceSchema>): ManageInvoice {
  const currency = row.currency?.currencyCode ?? NO_CURRENCY;
  const amount = (text: string | null | undefined) => (text == null ? null : parseMoney(text, currency));
  return {
    id: row.id,
    number: row.invoiceNumber,
    type: row.type ?? '',
    companyName: row.company?.name ?? '',
    currency,
    total: amount(row.total) ?? money(0, currency),
    payments: amount(row.payments),
    credits: amount(row.credits) ?? money(0, currency),
    balance: amount(row.balance),
    lastUpdated: row._info?.lastUpdated ?? '',
    customFields: [],
  };
}

/** Dates are read as their first ten characters: Manage sends midnight UTC for a calendar day. */
export function toPaymentRecord(row: z.infer<typeof paymentSchema>, currency: string): PaymentRecord {
  return {
    id: row.id,
    amount: parseMoney(row.amount ?? '0', currency),
    date: parseIsoDate((row.paymentDate ?? '').slice(0, 10)),
    appliedBy: row.appliedBy ?? '',
  };
}
