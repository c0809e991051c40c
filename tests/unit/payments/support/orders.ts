import type { AccountingInvoice, Settlement } from '@/utils/payments/accounting-invoice';
import { billRule, SAME_NUMBER } from '@/utils/payments/number-rule';
import { PURCHASE_ORDER, type PurchaseOrder } from '@/utils/payments/purchase-order';
import { books, manageInvoice } from './samples';

/** Bills that both sides write alike, in books that keep letter case, and in books that do not. */
export const AS_TYPED = billRule(SAME_NUMBER, false);
export const CAPITALS = billRule(SAME_NUMBER, true);

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
