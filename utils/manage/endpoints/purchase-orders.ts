import type { PurchaseOrder } from '@/utils/payments/purchase-order';
import type { ManageConnection } from '../connection';
import { toPurchaseOrder } from '../to-purchase-order';
import { recordEndpoint, type FoundRows, type Rows } from './records';

const PATH = '/procurement/purchaseorders';
const FIELDS =
  'id,poNumber,vendorInvoiceNumber,vendorCompany/identifier,vendorCompany/name,currency/currencyCode,total,_info/lastUpdated';
const WITH_CUSTOM_FIELDS = `${FIELDS},customFields`;

/** What stands between two bills where a field lists several. A line break is no character that could be asked for. */
const BETWEEN_BILLS = [',', ';', ' + ', ' & ', ' / '];
const LISTS_SEVERAL = BETWEEN_BILLS.map((between) => `vendorInvoiceNumber like "*${between}*"`).join(' or ');

/** Purchase orders read, and those whose row does not hold what an order must. */
export interface OrderRows extends Pick<Rows<PurchaseOrder>, 'unreadable'> {
  readonly orders: readonly PurchaseOrder[];
}

/** With the numbers that Manage's conditions cannot name; they were not asked for. */
export type FoundOrders = OrderRows & Pick<FoundRows<PurchaseOrder>, 'unaskable'>;

/**
 * `/procurement/purchaseorders`, of which nothing but the custom fields is ever written.
 * @param homeCurrency ISO 4217 code for orders that Manage names no currency of
 */
export function purchaseOrderEndpoints(connection: ManageConnection, homeCurrency: string) {
  const records = recordEndpoint<PurchaseOrder>(connection, {
    path: PATH,
    what: 'Manage purchase order',
    number: 'poNumber',
    read: (row) => toPurchaseOrder(row, homeCurrency),
  });
  const { customFields, replaceCustomFields } = records;
  const toRows = ({ records: orders, unreadable }: Rows<PurchaseOrder>): OrderRows => ({
    orders,
    unreadable,
  });

  return {
    customFields,
    replaceCustomFields,

    /** Orders whose vendor invoice number is one of these, in batches; compare again. @throws Problem */
    ordersOfBills: async (bills: readonly string[], signal: AbortSignal): Promise<OrderRows> =>
      toRows(await records.having('vendorInvoiceNumber', bills, FIELDS, signal)),

    /** Orders that list several bills: one bill's number does not find them. @throws Problem */
    async ordersOfSeveralBills(signal: AbortSignal): Promise<OrderRows> {
      const orders: PurchaseOrder[] = [];
      const unreadable: OrderRows['unreadable'][number][] = [];
      for await (const page of records.all(LISTS_SEVERAL, FIELDS, signal)) {
        orders.push(...page.records);
        unreadable.push(...page.unreadable);
      }
      return { orders, unreadable };
    },

    /** Orders that carry one of these numbers, with their custom fields, in batches; compare again. @throws Problem */
    async ordersNumbered(numbers: readonly string[], signal: AbortSignal): Promise<FoundOrders> {
      const found = await records.having('poNumber', numbers, WITH_CUSTOM_FIELDS, signal);
      return { ...toRows(found), unaskable: found.unaskable };
    },

    /** The newest orders, to see what may be read. @throws Problem */
    newest: (count: number, signal: AbortSignal): Promise<Rows<PurchaseOrder>> =>
      records.newest(count, WITH_CUSTOM_FIELDS, signal),
  };
}
