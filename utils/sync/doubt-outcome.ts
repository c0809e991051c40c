import type { Doubt } from '@/utils/accounting/source';
import type { Outcome } from '@/utils/payments/outcome';

/** What nothing may be decided about is left alone, and people are told why. */
export function doubtOutcome({ number, reasons, company, bills }: Doubt): Outcome {
  return { invoiceNumber: number, kind: 'skipped', reasons, company, bills };
}
