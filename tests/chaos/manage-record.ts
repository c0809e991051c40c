import type { ManageInvoiceRow, ManageState, PaymentRow, PurchaseOrderRow } from '../../sandbox/manage/state';
import type { Ledger } from '@/utils/payments/accounting-invoice';

/** A record of Manage that syncs write to: an invoice, or a purchase order. */
export interface ManageRecord {
  readonly ledger: Ledger;
  /** Tells it from every other of either kind. */
  readonly key: string;
  readonly number: string;
  readonly row: ManageInvoiceRow | PurchaseOrderRow;
}

const PATHS: readonly (readonly [path: string, ledger: Ledger])[] = [
  ['/finance/invoices', 'receivable'],
  ['/procurement/purchaseorders', 'payable'],
];

/** Of which records a request speaks, and of which one where its path names one. */
export function asked({ url }: Pick<Request, 'url'>): { ledger: Ledger; id: number | null } | null {
  for (const [path, ledger] of PATHS) {
    const [, rest] = new URL(url).pathname.split(path);
    if (rest === undefined) continue;
    const [id] = /\d+/.exec(rest) ?? [];
    return { ledger, id: id === undefined ? null : Number(id) };
  }
  return null;
}

export const keyOf = (ledger: Ledger, id: number): string => `${ledger} ${id}`;

/** The record that a request's path names. */
export function recordOf(manage: ManageState, request: Pick<Request, 'url'>): ManageRecord | undefined {
  const { ledger, id = null } = asked(request) ?? {};
  if (ledger === undefined || id === null) return undefined;
  const rows = ledger === 'receivable' ? manage.invoices : manage.purchaseOrders;
  const row = rows.find((each) => each.id === id);
  return row && { ledger, key: keyOf(ledger, id), number: numberOf(row), row };
}

export function numberOf(row: ManageRecord['row']): string {
  return 'poNumber' in row ? row.poNumber : row.invoiceNumber;
}

/** Its payments, applied credit memos left out; an order has none. */
export function recordsOn(row: ManageRecord['row']): readonly PaymentRow[] {
  return 'payments' in row ? row.payments.filter(({ creditInvoiceId }) => creditInvoiceId === null) : [];
}
