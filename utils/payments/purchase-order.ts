import type { ManageInvoice } from './manage-invoice';

/** What `type` says of a purchase order. */
export const PURCHASE_ORDER = 'PurchaseOrder';

/**
 * A purchase order as Manage holds it now. Manage knows nothing of its payment, so it has no payments, credits or
 * balance; its number is `poNumber`, its company the vendor.
 */
export interface PurchaseOrder extends ManageInvoice {
  /** What somebody typed in as the vendor's invoice number: one bill, several, or ''. */
  readonly vendorInvoiceNumber: string;
  /** What Manage calls the vendor for short. */
  readonly vendorIdentifier: string;
}
