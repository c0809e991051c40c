import type { AccountingInvoice, Settlement } from '@/utils/payments/accounting-invoice';
import { PURCHASE_ORDER, type PurchaseOrder } from '@/utils/payments/purchase-order';
import { books, manageInvoice } from './samples';

/** A posted bill of 1250.00 that Nordvik sent, of the given number. */
export function bill(
  number: string,
  settlements: readonly Settlement[] = [],
  other: Partial<AccountingInvoice> = {},
): AccountingInvoice {
  return books(settlements, {
    id: `bill-${number}`,
    number,
    ledger: 'payable',
    customerNumber: '20001',
    partyName: 'Nordvik Distribusjon AS',
    ...other,
  });
}

/** Manage's purchase order PO3001 with Nordvik, on which somebody entered bills. */
export function order(vendorInvoiceNumber: string, other: Partial<PurchaseOrder> = {}): PurchaseOrder {
  return {
    ...manageInvoice({ id: 81, number: 'PO3001', type: PURCHASE_ORDER, payments: null }),
    companyName: 'Nordvik Distribusjon',
    vendorIdentifier: 'NORDVIK',
    vendorInvoiceNumber,
    ...other,
  };
}
