import { billRuleOf } from '@/utils/accounting/registry';
import { comparableInManage, numberInManage } from '@/utils/payments/number-rule';
import type { Connection } from '@/utils/storage/settings';
import { createOrderFinder } from '@/utils/sync/order-finder';
import type { OrdersPort } from '@/utils/sync/orders-port';

/** No more cards than can be read at a glance: a number that every vendor uses is on many orders. */
export const MOST_FOUND = 5;

/** Numbers of bills that somebody may mean who types in one, as Manage or the books write it. */
export function billsMeant(typed: string, connection: Connection): readonly string[] {
  const rule = billRuleOf(connection);
  return [...new Set([comparableInManage(typed, rule), numberInManage(typed, rule) ?? []].flat())];
}

/**
 * Numbers of the purchase orders that somebody means who types in an order's number, or a bill's as Manage or the books
 * write it. None while bills are switched off everywhere.
 * @throws Problem when Manage does not tell
 */
export async function findOrders(
  typed: string,
  connections: readonly Connection[],
  orders: OrdersPort,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const withBills = connections.filter(({ bills }) => bills.on);
  if (withBills.length === 0) return [];
  const numbered = (await orders.ordersNumbered([typed], signal)).orders.map(({ number }) => number);
  const exact = numbered.filter((number) => number === typed);
  const found = new Set(exact.length > 0 ? exact : numbered);
  for (const connection of withBills) {
    const finder = createOrderFinder(orders, billRuleOf(connection));
    const listing = await finder.listing(billsMeant(typed, connection), signal);
    for (const { order } of listing.found) found.add(order.number);
  }
  return [...found].slice(0, MOST_FOUND);
}
