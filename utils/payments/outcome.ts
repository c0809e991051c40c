import type { Change } from './change';
import type { Money } from './money';
import type { Reason } from './reason';

export const OUTCOME_KINDS = ['updated', 'unchanged', 'not-found', 'skipped', 'failed'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What became of one invoice in one run. Survives JSON unchanged: it is journalled, sent to pages and exported. */
export interface Outcome {
  readonly invoiceNumber: string;
  readonly kind: OutcomeKind;
  /** What was written (from → to), would be in a preview, or could not be. */
  readonly change?: Change;
  /** Why, and what else a reader should know. */
  readonly reasons: readonly Reason[];
  /** Whose invoice it is, by what Manage holds; of a bill that no order carries, by the books. */
  readonly company?: string;
  /** Of a purchase order, whose number stands for the invoice's: the vendor's numbers of its bills. */
  readonly bills?: readonly string[];
  /** Its id in Manage. */
  readonly manageId?: number;
  /** What the invoice is over, by the books where they were asked. */
  readonly total?: Money;
  /** Somebody else's payment record that the user may let the product take over. */
  readonly takeOver?: number;
}
