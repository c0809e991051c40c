import type { WriteBack } from '@/utils/manage/write-back';
import { billOfKey } from '@/utils/payments/bill-key';
import type { BillRule } from '@/utils/payments/number-rule';
import type { ManagePort } from './manage-port';
import { createOrderFinder } from './order-finder';
import type { OrdersPort } from './orders-port';

/** Manage, whose purchase orders stand for the invoices of the sync. */
export function orderedManage(orders: OrdersPort, writeBack: WriteBack, rule: BillRule): ManagePort {
  return {
    writeBack,

    async findInvoices(numbers, signal) {
      // No order is called as a bill that none carries.
      const wanted = numbers.filter((number) => billOfKey(number) === null);
      if (wanted.length === 0) return { invoices: [], unaskable: [], unreadable: [] };
      const { orders: invoices, unaskable, unreadable } = await orders.ordersNumbered(wanted, signal);
      return { invoices, unaskable, unreadable };
    },

    async heldNow(numbers, signal) {
      const keys = numbers.flatMap((number) => {
        const name = billOfKey(number);
        return name === null ? [] : [{ number, bill: name.bill }];
      });
      const finder = createOrderFinder(orders, rule);
      const { found } = await finder.listing([...new Set(keys.map(({ bill }) => bill))], signal);
      const listed = new Set(found.flatMap((each) => each.listed));
      return keys.filter(({ bill }) => listed.has(bill)).map(({ number }) => number);
    },
  };
}
