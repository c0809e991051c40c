import { readShape } from '@/utils/http/json';
import { money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { PURCHASE_ORDER, type PurchaseOrder } from '@/utils/payments/purchase-order';
import { currencyFrom } from './currency-from';
import { purchaseOrderSchema } from './schemas';
import { toCustomFields } from './to-custom-fields';
import { withinRange } from './within-range';

/**
 * Reads a purchase order off a row of the API. An order without a total, as before anything is on it, is over nothing:
 * what was ordered is never reckoned with.
 * @param homeCurrency ISO 4217 code of the firm's own currency, if the user has named it
 * @throws Problem `wrongShape` when the row has no id or number, or amounts too large to be exact
 */
export function toPurchaseOrder(row: unknown, homeCurrency: string): PurchaseOrder {
  const order = readShape(purchaseOrderSchema, row, 'Manage purchase order');
  const currency = currencyFrom(order, homeCurrency);
  return withinRange('Manage purchase order', () => ({
    id: order.id,
    number: order.poNumber,
    type: PURCHASE_ORDER,
    companyName: order.vendorCompany?.name ?? '',
    vendorIdentifier: order.vendorCompany?.identifier ?? '',
    vendorInvoiceNumber: order.vendorInvoiceNumber ?? '',
    currency,
    total: parseMoney(order.total ?? '0', currency),
    payments: null,
    credits: money(0, currency),
    balance: null,
    lastUpdated: order._info?.lastUpdated ?? '',
    customFields: toCustomFields(order.customFields),
  }));
}
