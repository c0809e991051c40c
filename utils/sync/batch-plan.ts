import type { Change } from '@/utils/payments/change';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';

/** A write that has been decided on and not yet been sent. */
export interface PlannedWrite {
  readonly manage: ManageInvoice;
  readonly change: Change;
  readonly notes: readonly Reason[];
}

/** A payment record of ours beside an earlier one of the same invoice: it goes. */
export interface Surplus {
  readonly manage: ManageInvoice;
  readonly record: PaymentRecord;
}

/** What is to be done about a batch: outcomes that are final, and writes. */
export interface BatchPlan {
  readonly outcomes: readonly Outcome[];
  readonly writes: readonly PlannedWrite[];
  readonly surplus: readonly Surplus[];
}

/**
 * Decides what to do about invoices by what Manage shows of them now. A write may just have been made to the
 * `unsure` ones: then nothing that Manage sums up is believed.
 * @throws Problem when Manage cannot be read
 */
export type Planner = (
  numbers: readonly string[],
  unsure: ReadonlySet<string>,
  signal: AbortSignal,
) => Promise<BatchPlan>;
