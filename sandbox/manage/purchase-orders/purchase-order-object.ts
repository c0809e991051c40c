import type { World } from '../../world';
import { currencyObject, sumOf } from '../currencies';
import type { WireObject } from '../query/shape';
import { customFieldObjects, PODS } from '../records/custom-field-objects';
import type { PurchaseOrderRow } from '../state';
import { wireDay } from '../wire-time';

/** Value added tax that vendors charge. */
const TAX_RATE = 0.25;

/** A purchase order as the API sends it. */
export function purchaseOrderObject(row: PurchaseOrderRow, { manage }: World): WireObject {
  const { id, poNumber, vendorCompany, vendorInvoiceNumber, currencyCode, total, closed } = row;
  const subTotal = sumOf([total / (1 + TAX_RATE)], currencyCode);
  return {
    id,
    cancelReason: '',
    closedFlag: closed,
    dropShipCustomerFlag: false,
    enteredBy: row.updatedBy,
    freightCost: 0,
    freightTaxTotal: 0,
    internalNotes: '',
    locationId: 2,
    location: { id: 2, name: 'Oslo' },
    businessUnitId: 10,
    businessUnit: { id: 10, name: 'Professional Services' },
    poDate: wireDay(row.date),
    poNumber,
    salesTax: sumOf([total, -subTotal], currencyCode),
    status: closed ? { id: 3, name: 'Closed' } : { id: 1, name: 'New' },
    subTotal,
    taxFreightFlag: false,
    taxPoFlag: true,
    terms: { id: 1, name: 'Net 14 days' },
    total: sumOf([total], currencyCode),
    trackingNumber: '',
    vendorCompany,
    vendorInvoiceNumber,
    vendorOrderNumber: '',
    warehouse: { id: 1, name: 'Oslo', lockedFlag: false },
    currency: currencyObject(currencyCode),
    ...Object.fromEntries(row.edits ?? []),
    customFields: customFieldObjects(
      manage.purchaseOrderFields,
      row.customFieldValues,
      PODS.purchaseOrder.podId,
    ),
    _info: { lastUpdated: row.lastUpdated, updatedBy: row.updatedBy },
  };
}
