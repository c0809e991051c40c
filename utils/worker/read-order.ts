import type { InvoiceInManage } from '@/utils/messaging/invoice-card';
import { billOfKey } from '@/utils/payments/bill-key';
import { listedBills } from '@/utils/payments/listed-bills';
import { manageFiguresByFields } from '@/utils/payments/manage-figures';
import { matchInManage } from '@/utils/payments/match';
import { Problem } from '@/utils/payments/problem';
import type { ManageSession } from '@/utils/services/manage-session';

/**
 * Reads one purchase order of Manage with its two custom fields; null when Manage holds none of this number.
 * @throws Problem when Manage does not tell, or holds several of this number
 */
export async function readOrder(
  { api, orderWriteBack }: Pick<ManageSession, 'api' | 'orderWriteBack'>,
  number: string,
  signal: AbortSignal,
): Promise<InvoiceInManage | null> {
  // No order is called as a bill that none lists.
  if (billOfKey(number) !== null) return null;
  const { orders, unaskable, unreadable } = await api.purchaseOrders.ordersNumbered([number], signal);
  if (unaskable.length > 0) throw new Problem('numberNotAskable', { number });
  const match = matchInManage(number, orders);
  if (match.is === 'ambiguous') throw new Problem(match.reason.code, match.reason.params);
  const order = orders.find((each) => match.is === 'found' && each.id === match.invoice.id);
  if (order === undefined) {
    const [row] = unreadable;
    if (row !== undefined) throw new Problem(row.reason.code, row.reason.params);
    return null;
  }
  const shown = (await orderWriteBack.read([order], signal)).get(order.id);
  if (shown === undefined || shown instanceof Problem) throw shown ?? new Problem('unexpected');
  const { total, credits, companyName: vendor, vendorInvoiceNumber } = order;
  const fields = shown.strategy === 'custom-fields' ? shown : { amount: null, date: null };
  return {
    ...manageFiguresByFields(order, fields),
    id: order.id,
    total,
    credits,
    datePaid: fields.date,
    payments: [],
    order: { vendor, bills: listedBills(vendorInvoiceNumber) },
  };
}
