import type { PurchaseOrder } from '@/utils/payments/purchase-order';
import type { Reason } from '@/utils/payments/reason';

/** Purchase orders read, and those whose row does not hold what an order must. */
export interface OrderRows {
  readonly orders: readonly PurchaseOrder[];
  readonly unreadable: readonly { readonly number?: string; readonly reason: Reason }[];
}

/** Numbers that Manage's conditions cannot name. */
interface Unaskable {
  readonly unaskable: readonly string[];
}

/** Manage's purchase orders, as the sync sees them. Each throws a Problem. */
export interface OrdersPort {
  /** Those whose vendor invoice number is one of these; compared without regard to case by Manage. */
  ordersOfBills(bills: readonly string[], signal: AbortSignal): Promise<OrderRows>;
  /** Those that carry one of these numbers, compared like that. */
  ordersNumbered(numbers: readonly string[], signal: AbortSignal): Promise<OrderRows & Unaskable>;
  /** Every order that lists several bills: none of them is found by one bill's number. */
  ordersOfSeveralBills(signal: AbortSignal): Promise<OrderRows>;
}
