import { subLedger } from './sub-ledger';

export const CUSTOMER_LEDGER = subLedger({
  entries: ({ entries }) => entries,
  matches: ({ matches }) => matches,
  accountFilter: 'customerNos',
  account: ({ CustomerAccountNo, CustomerExternalNo }) => ({
    no: CustomerAccountNo,
    externalNo: CustomerExternalNo,
  }),
  matchedFilter: 'onlyBalancesLessThanAmount',
});

export const SUPPLIER_LEDGER = subLedger({
  entries: ({ supplierEntries }) => supplierEntries,
  matches: ({ supplierMatches }) => supplierMatches,
  accountFilter: 'supplierNos',
  account: ({ SupplierAccountNo, SupplierExternalNo }) => ({
    no: SupplierAccountNo,
    externalNo: SupplierExternalNo,
  }),
  // What is owed to a supplier is negative: matched, it is greater.
  matchedFilter: 'onlyBalancesGreaterThanAmount',
});
