import type { ConnectionTo } from './connection-of';

/** The names under which the pages are usually published. */
export const USUAL_SERVICES: ConnectionTo<'dynamics-nav'>['services'] = {
  invoices: 'PostedSalesInvoices',
  entries: 'CustomerLedgerEntries',
  detailed: 'DetailedCustLedgEntries',
  bills: 'PostedPurchaseInvoices',
  vendorEntries: 'VendorLedgerEntries',
  vendorDetailed: 'DetailedVendLedgEntries',
};
