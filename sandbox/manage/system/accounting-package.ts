import type { World } from '../../world';
import type { Shape, WireObject } from '../query/shape';

/** Source: ConnectWise OpenAPI 2025.8, `AccountingPackageSetup`. */
export const ACCOUNTING_PACKAGE_SHAPE: Shape = {
  id: 'number',
  accountingPackage: { id: 'number', identifier: 'string', name: 'string', _info: 'map' },
  directTransferFlag: 'boolean',
  includeInvoicesFlag: 'boolean',
  invoiceFormat: 'string',
  includeExpensesFlag: 'boolean',
  transferExpensesAsBillFlag: 'boolean',
  expenseFormat: 'string',
  suppressMemoFlag: 'boolean',
  syncPaymentInfoFlag: 'boolean',
  syncWisePayPaymentInfoFlag: 'boolean',
  includeSalesTaxFlag: 'boolean',
  enableTaxGroupsFlag: 'boolean',
  zeroDollarTaxAmountsFlag: 'boolean',
  includeItemsFlag: 'boolean',
  inventorySOHFlag: 'boolean',
  sendComponentAmountFlag: 'boolean',
  sendUomFlag: 'boolean',
  includeCogsEntriesFlag: 'boolean',
  includeCogsDropShipFlag: 'boolean',
  _info: 'map',
};

/** The one accounting package the firm has set up. */
export function accountingPackages({ manage }: World): WireObject[] {
  return [
    {
      id: 1,
      accountingPackage: { id: 12, identifier: 'Other', name: 'Other' },
      directTransferFlag: false,
      includeInvoicesFlag: true,
      invoiceFormat: 'Default',
      includeExpensesFlag: false,
      expenseFormat: 'Default',
      syncPaymentInfoFlag: manage.accountingPackage.syncPaymentInfoFlag,
      syncWisePayPaymentInfoFlag: manage.accountingPackage.syncWisePayPaymentInfoFlag,
      includeSalesTaxFlag: true,
      _info: { lastUpdated: '2024-01-15T09:30:00Z', updatedBy: 'Admin1' },
    },
  ];
}
