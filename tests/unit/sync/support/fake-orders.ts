import type { WriteBack } from '@/utils/manage/write-back';
import type { Change, Shown, ShownPayment } from '@/utils/payments/change';
import type { PurchaseOrder } from '@/utils/payments/purchase-order';
import { Problem } from '@/utils/payments/problem';
import type { BillRule } from '@/utils/payments/number-rule';
import { orderedManage } from '@/utils/sync/ordered-manage';
import type { OrderRows, OrdersPort } from '@/utils/sync/orders-port';
import { AS_TYPED, order } from '../../payments/support/orders';

export interface HeldOrder extends Partial<PurchaseOrder> {
  readonly number: string;
  /** What stands in Manage's field for the vendor's invoice number. */
  readonly bills: string;
  readonly shown?: ShownPayment;
}

/** Manage's purchase orders in memory, with a count of what they are asked. */
export function fakeOrders(
  held: readonly HeldOrder[],
  rule: BillRule = AS_TYPED,
  mishaps: Readonly<Record<string, ('lost before' | 'lost after' | 'refused')[]>> = {},
) {
  const left = structuredClone(mishaps);
  const rows = held.map(({ bills, shown: _, ...more }, at) => order(bills, { id: at + 1, ...more }));
  const shown = new Map<number, ShownPayment>(
    held.map((each, at) => [at + 1, each.shown ?? { amount: null, date: null }]),
  );
  const asked = {
    ofBills: [] as string[][],
    numbered: [] as string[][],
    ofSeveral: 0,
    writes: [] as Change[],
  };
  const unreadable: OrderRows['unreadable'][number][] = [];
  const low = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());

  const orders: OrdersPort = {
    ordersOfBills(bills) {
      asked.ofBills.push([...bills]);
      const found = rows.filter((row) => low(bills).includes(row.vendorInvoiceNumber.toLowerCase()));
      return Promise.resolve({ orders: found, unreadable });
    },
    ordersNumbered(numbers) {
      asked.numbered.push([...numbers]);
      const found = rows.filter(({ number }) => low(numbers).includes(number.toLowerCase()));
      return Promise.resolve({ orders: found, unreadable, unaskable: [] });
    },
    ordersOfSeveralBills() {
      asked.ofSeveral += 1;
      return Promise.resolve({
        orders: rows.filter(({ vendorInvoiceNumber }) => /[,;]| [+&/] /.test(vendorInvoiceNumber)),
        unreadable: [],
      });
    },
  };

  const writeBack: WriteBack = {
    strategy: 'custom-fields',
    read: (invoices) =>
      Promise.resolve(
        new Map(
          invoices.map(({ id }): [number, Shown | Problem] => {
            const payment = shown.get(id);
            return [id, payment ? { strategy: 'custom-fields', ...payment } : new Problem('unexpected')];
          }),
        ),
      ),
    write(change) {
      asked.writes.push(change);
      const mishap = left[change.invoiceNumber]?.shift();
      if (mishap === 'refused')
        return Promise.reject(new Problem('orderFieldsRefused', { detail: 'no', status: '400' }));
      const lost = new Problem('network', { host: 'na' }, { retryable: true });
      if (mishap === 'lost before') return Promise.reject(lost);
      shown.set(change.invoiceId, change.to);
      if (mishap === 'lost after') return Promise.reject(lost);
      return Promise.resolve({ strategy: 'custom-fields', ...change.to });
    },
  };

  return {
    orders,
    port: orderedManage(orders, writeBack, rule),
    asked,
    unreadable,
    /** Somebody changes an order in Manage. */
    change(number: string, vendorInvoiceNumber: string): void {
      const at = rows.findIndex((row) => row.number === number);
      const row = rows[at];
      if (row !== undefined) rows[at] = { ...row, vendorInvoiceNumber };
    },
    /** What each order shows: amount in øre and date, or null. */
    shows: (): Record<string, string | null> =>
      Object.fromEntries(
        rows.map(({ id, number }) => {
          const { amount = null, date = null } = shown.get(id) ?? {};
          return [number, amount === null && date === null ? null : `${amount?.minor} ${date}`];
        }),
      ),
  };
}
