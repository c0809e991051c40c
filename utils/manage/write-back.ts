import type { Change, Shown, WriteStrategy } from '@/utils/payments/change';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { Problem } from '@/utils/payments/problem';

/** One way of showing payment status in Manage. */
export interface WriteBack {
  readonly strategy: WriteStrategy;
  /**
   * What Manage shows now of each invoice, by invoice id, with as few requests as can be. An invoice that cannot
   * be read has its problem instead, so that it holds up no other.
   * @throws Problem when nothing at all can be read (signed out, no such field)
   */
  read(
    invoices: readonly ManageInvoice[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, Shown | Problem>>;
  /**
   * What Manage shows in all of those of the invoices about which it tells without being asked for each, by invoice
   * id: enough to see that nothing is to be written, and not to write by.
   */
  glance?(invoices: readonly ManageInvoice[], signal: AbortSignal): Promise<ReadonlyMap<number, Shown>>;
  /**
   * Carries one change out, with one request, and answers what Manage says it holds afterwards. The invoice is
   * as read just before. Never repeats a write whose answer was lost.
   * @throws Problem; `retryable` tells that it may have been carried out and must be resolved by reading
   */
  write(change: Change, invoice: ManageInvoice, signal: AbortSignal): Promise<Shown>;
}
