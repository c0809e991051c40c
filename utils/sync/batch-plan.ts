import type { Change } from '@/utils/payments/change';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';

/** A write that has been decided on and not yet been sent. */
export interface PlannedWrite {
  readonly manage: ManageInvoice;
  readonly change: Change;
  readonly notes: readonly Reason[];
}

/** What is to be done about a batch: outcomes that are final, and writes. */
export interface BatchPlan {
  readonly outcomes: readonly Outcome[];
  readonly writes: readonly PlannedWrite[];
}

/**
 * Decides what to do about invoices by what Manage shows of them now. `distrustSums` is for when a write may just
 * have been made: then nothing that Manage sums up is believed.
 * @throws Problem when Manage cannot be read
 */
export type Planner = (
  numbers: readonly string[],
  options: { readonly distrustSums: boolean },
  signal: AbortSignal,
) => Promise<BatchPlan>;
