import type { CustomFieldDefinition, CustomFieldValue, ManageState, PurchaseOrderRow } from '../manage/state';
import type { Day, Story } from './story';

/** The custom fields the firm's administrator set up on purchase orders; two are called like those on invoices. */
export const ORDER_FIELDS = {
  note: { id: 41, caption: 'Shelf', type: 'Text' },
  paidAmount: { id: 42, caption: 'Paid Amount', type: 'Currency' },
  datePaid: { id: 43, caption: 'Date Paid', type: 'Date' },
} as const satisfies Record<string, CustomFieldDefinition>;

const FIRST_ID = 801;

/** Who enters orders in Manage. */
const BUYER = 'KMoe';

/** What Manage holds of purchase orders before the first sync. */
export function buildOrders({ orders, suppliers }: Pick<Story, 'orders' | 'suppliers'>): PurchaseOrderRow[] {
  const companies = new Map(
    suppliers.map(({ identifier, name }, at) => [identifier, { id: 410 + at, identifier, name }]),
  );
  return orders.map(({ supplier, fields, orderedOn, currency, ...order }, at): PurchaseOrderRow => {
    const vendorCompany = companies.get(supplier);
    if (vendorCompany === undefined) throw new Error(`order ${order.poNumber} is with an unknown supplier`);
    return {
      id: FIRST_ID + at,
      poNumber: order.poNumber,
      vendorCompany,
      vendorInvoiceNumber: order.vendorInvoiceNumber,
      currencyCode: currency,
      date: orderedOn,
      total: order.total / 100,
      closed: order.closed,
      customFieldValues: new Map<number, CustomFieldValue>([
        [ORDER_FIELDS.note.id, fields.note],
        [ORDER_FIELDS.paidAmount.id, fields.paidAmount === null ? null : fields.paidAmount / 100],
        [ORDER_FIELDS.datePaid.id, fields.datePaid],
      ]),
      lastUpdated: `${orderedOn}T08:15:00Z`,
      updatedBy: BUYER,
    };
  });
}

/** What one purchase order of Manage holds in the firm's own fields. The amount is a decimal, as Manage stores it. */
export interface OrderHeld {
  readonly paidAmount: number | null;
  readonly datePaid: Day | null;
  /** A custom field that is none of the product's business. */
  readonly note: string | null;
}

/** What Manage's purchase orders hold now, by number. */
export function heldInOrders({ purchaseOrders }: ManageState): ReadonlyMap<string, OrderHeld> {
  return new Map(
    purchaseOrders.map(({ poNumber, customFieldValues: values }) => [
      poNumber,
      {
        paidAmount: (values.get(ORDER_FIELDS.paidAmount.id) ?? null) as number | null,
        datePaid: (values.get(ORDER_FIELDS.datePaid.id) ?? null) as Day | null,
        note: (values.get(ORDER_FIELDS.note.id) ?? null) as string | null,
      },
    ]),
  );
}
