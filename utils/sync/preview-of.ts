import { aboutInvoice } from '@/utils/payments/about-invoice';
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
      ...aboutInvoice(manage),
    })),
  ];
}

/** The outcome of a write that Manage shows. */
export function written({ manage, change, notes }: PlannedWrite): Outcome {
  const { invoiceNumber } = change;
  return { invoiceNumber, kind: 'updated', change, reasons: notes, ...aboutInvoice(manage) };
}
