import { ExactNumber } from '@/utils/http/exact-number';
import type { z } from 'zod/mini';
import { readShape } from '@/utils/http/json';
import type { CustomField, ManageInvoice } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { invoiceSchema } from './schemas';
import { withinRange } from './within-range';

/**
 * Reads an invoice off a row of the API. A firm that never switched on other currencies gets no currency from
 * Manage; then it is `homeCurrency`, or '' where that is not known either. '' is no currency of any books, so
 * such an invoice is skipped and never taken for one in some assumed currency. No credits means none applied.
 * @param homeCurrency ISO 4217 code of the firm's own currency, if the user has named it
 * @throws Problem `wrongShape` when the row has no id, number or total, or amounts too large to be exact
 */
export function toManageInvoice(row: unknown, homeCurrency = ''): ManageInvoice {
  const invoice = readShape(invoiceSchema, row, 'Manage invoice');
  const currency = invoice.currency?.currencyCode?.trim().toUpperCase() || homeCurrency;
  const amount = (text: string | null | undefined) => (text == null ? null : parseMoney(text, currency));
  return withinRange('Manage invoice', () => ({
    id: invoice.id,
    number: invoice.invoiceNumber,
    type: invoice.type ?? '',
    companyName: invoice.company?.name ?? '',
    currency,
    total: parseMoney(invoice.total, currency),
    payments: amount(invoice.payments),
    credits: amount(invoice.credits) ?? money(0, currency),
    balance: amount(invoice.balance),
    lastUpdated: invoice._info?.lastUpdated ?? '',
    customFields: toCustomFields(invoice.customFields),
  }));
}

/** Custom fields with each item as received, its numbers as the text they came in. */
export function toCustomFields(items: z.infer<typeof invoiceSchema>['customFields']): CustomField[] {
  return (items ?? []).map((raw) => ({
    id: raw.id instanceof ExactNumber ? Number(raw.id.text) : 0,
    caption: typeof raw.caption === 'string' ? raw.caption : '',
    type: typeof raw.type === 'string' ? raw.type : '',
    value: raw.value ?? null,
    raw,
  }));
}
