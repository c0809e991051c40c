import type { DeskOptions } from '../support';
import { BC, NAV, type Case } from './case';

/** Vendors' bills are read as well, and shown on purchase orders. */
const withBills = (given: DeskOptions = {}): DeskOptions => ({
  ...given,
  connection: { bills: { on: true } },
});

/** What may be wrong with what vendors' bills need, of Manage and of each accounting system. */
export const BILL_CASES: readonly Case[] = [
  {
    when: 'purchase orders may not be read',
    of: 'manage',
    given: withBills(),
    turn: ({ manage }) => (manage.roleMayReadOrders = false),
    tells: 'manageOrders failed manageOrdersForbidden',
  },
  {
    when: 'the role allows too little of purchase orders',
    of: 'manage',
    given: withBills(),
    turn: ({ manage }) => (manage.roleMayEditOrders = false),
    tells: 'manageOrderRole warning manageRoleTooLow',
  },
  {
    when: 'purchase orders may not be changed',
    of: 'manage',
    given: withBills(),
    turn: ({ manage }) => (manage.roleMayEditOrders = false),
    tells: 'manageOrderWrites failed manageOrdersForbidden',
  },
  {
    when: 'purchase orders have no such custom field',
    of: 'manage',
    given: withBills(),
    turn: ({ manage }) => manage.purchaseOrderFields.splice(0),
    tells: 'manageOrderFields failed customFieldMissing',
  },
  {
    when: 'closed purchase orders cannot be tried',
    of: 'manage',
    given: withBills(),
    tells: 'manageClosedOrders ok closedOrdersUnknown',
  },
  {
    when: 'bills may not be read in PowerOffice Go',
    of: 'poweroffice-go',
    given: withBills(),
    turn: ({ powerOffice }) => powerOffice.privileges.delete('IncomingInvoice'),
    tells: 'powerOfficeBills failed powerOfficeForbidden',
  },
  {
    when: 'the supplier ledger may not be read there',
    of: 'poweroffice-go',
    given: withBills(),
    turn: ({ powerOffice }) => powerOffice.privileges.delete('SupplierLedger'),
    tells: 'powerOfficeSupplierLedger failed powerOfficeForbidden',
  },
  {
    when: 'purchase invoices may not be read in Business Central',
    of: 'business-central',
    given: withBills(BC),
    turn: ({ businessCentral }) => businessCentral.knobs.forbidden.add('purchaseInvoices'),
    tells: 'businessCentralBills failed businessCentralForbidden',
  },
  {
    when: 'the vendor ledger is not offered',
    of: 'business-central',
    given: withBills(BC),
    turn: ({ businessCentral }) => (businessCentral.knobs.analytics = false),
    tells: 'businessCentralVendorLedger failed businessCentralBillsNeedLedger',
  },
  {
    when: 'the vendor ledger may not be read',
    of: 'business-central',
    given: withBills(BC),
    turn: ({ businessCentral }) => businessCentral.knobs.forbidden.add('vendorLedgerEntries'),
    tells: 'businessCentralVendorLedger failed businessCentralBillsForbidden',
  },
  {
    when: 'the vendor ledger hides old entries',
    of: 'business-central',
    given: withBills(BC),
    turn: ({ businessCentral }) => (businessCentral.knobs.vendorLedgerFrom = '2026-11-20'),
    tells: 'businessCentralVendorLedgerWhole warning businessCentralVendorLedgerFiltered',
  },
  {
    when: 'bills are not published in NAV',
    of: 'dynamics-nav',
    given: withBills(NAV),
    turn: ({ dynamicsNav }) => void unpublish(dynamicsNav.services, 146),
    tells: 'navBills failed navServiceMissing',
  },
  {
    when: 'entries of vendors may not be read there',
    of: 'dynamics-nav',
    given: withBills(NAV),
    turn: ({ dynamicsNav }) => dynamicsNav.knobs.forbidden.add(29),
    tells: 'navVendorEntries failed navBillsPermissionMissing',
  },
  {
    when: 'detailed entries of vendors are not published',
    of: 'dynamics-nav',
    given: withBills(NAV),
    turn: ({ dynamicsNav }) => void unpublish(dynamicsNav.services, 574),
    tells: 'navVendorDetailed failed navServiceMissing',
  },
];

function unpublish(services: Map<string, number>, page: number): void {
  for (const [name, published] of services) if (published === page) services.delete(name);
}
