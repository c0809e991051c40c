import { readShape } from '@/utils/http/json';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { currencyFrom } from './currency-from';
import { invoiceSchema } from './schemas';
import { toCustomFields } from './to-custom-fields';
import { withinRange } from './within-range';

/**
 * Reads an invoice off a row of the API. No credits means none applied.
 * @param homeCurrency ISO 4217 code of the firm's own currency, if the user has named it
 * @throws Problem `wrongShape` when the row has no id, number or total, or amounts too large to be exact
 */
export function toManageInvoice(row: unknown, homeCurrency = ''): ManageInvoice {
  const invoice = readShape(invoiceSchema, row, 'Manage invoice');
  const currency = currencyFrom(invoice, homeCurrency);
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
