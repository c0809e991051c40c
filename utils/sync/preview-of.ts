import type { Outcome } from '@/utils/payments/outcome';
import { reason } from '@/utils/payments/reason';
import type { BatchPlan, PlannedWrite } from './batch-plan';

/** What carrying a plan out would come to, told without touching anything. */
export function previewOf({ outcomes, writes, surplus }: BatchPlan): readonly Outcome[] {
  return [
    ...outcomes,
    ...writes.map(written),
    // A preview takes nothing back.
    ...surplus.map(({ manage }): Outcome => ({
      invoiceNumber: manage.number,
      kind: 'failed',
      reasons: [reason('changedMeanwhile')],
    })),
  ];
}

/** The outcome of a write that Manage shows. */
export function written({ change, notes }: PlannedWrite): Outcome {
  return { invoiceNumber: change.invoiceNumber, kind: 'updated', change, reasons: notes };
}
