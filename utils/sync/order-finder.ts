import { listedBills } from '@/utils/payments/listed-bills';
import { comparableInManage, spellingsInManage, type BillRule } from '@/utils/payments/number-rule';
import type { PurchaseOrder } from '@/utils/payments/purchase-order';
import type { OrderRows, OrdersPort } from './orders-port';

/** A purchase order with the bills it lists, by the numbers that count for the connection. */
export interface ListingOrder {
  readonly order: PurchaseOrder;
  readonly listed: readonly string[];
}

export interface FoundOrders {
  readonly found: readonly ListingOrder[];
  readonly unreadable: OrderRows['unreadable'];
}

/** Finds orders by their bills or by their own numbers. */
export interface OrderFinder {
  /** Orders that list one of these bills, alone or among others. @throws Problem */
  listing(bills: readonly string[], signal: AbortSignal): Promise<FoundOrders>;
  /** @throws Problem */
  numbered(numbers: readonly string[], signal: AbortSignal): Promise<FoundOrders>;
}

/**
 * Orders that list several bills are asked for once in the life of the finder, which is a run: they are few, and there
 * is no way of asking for them by one bill.
 */
export function createOrderFinder(port: OrdersPort, rule: BillRule): OrderFinder {
  let several: Promise<FoundOrders> | undefined;

  const withLists = ({ orders, unreadable }: OrderRows): FoundOrders => ({
    found: orders.map((order) => ({
      order,
      listed: [
        ...new Set(listedBills(order.vendorInvoiceNumber).map((number) => comparableInManage(number, rule))),
      ],
    })),
    unreadable,
  });

  async function ofSeveral(signal: AbortSignal): Promise<FoundOrders> {
    several ??= port.ordersOfSeveralBills(signal).then(withLists);
    try {
      return await several;
    } catch (error) {
      several = undefined;
      throw error;
    }
  }

  return {
    async listing(bills, signal) {
      if (bills.length === 0) return { found: [], unreadable: [] };
      const spellings = [...new Set(bills.flatMap((bill) => spellingsInManage(bill, rule)))];
      const alone = withLists(await port.ordersOfBills(spellings, signal));
      const among = await ofSeveral(signal);
      const wanted = new Set(bills);
      // Manage compares without regard to case. An order of both kinds was read twice, the second time at the start.
      const byId = new Map([...among.found, ...alone.found].map((each) => [each.order.id, each]));
      return {
        found: [...byId.values()].filter(({ listed }) => listed.some((bill) => wanted.has(bill))),
        unreadable: [...alone.unreadable, ...among.unreadable],
      };
    },

    async numbered(numbers, signal) {
      if (numbers.length === 0) return { found: [], unreadable: [] };
      const { found, unreadable } = withLists(await port.ordersNumbered(numbers, signal));
      return { found: found.filter(({ order }) => numbers.includes(order.number)), unreadable };
    },
  };
}
