import type { PaidRule } from '@/utils/payments/paid-rule';
import type { OtherBooks } from './other-books';

/** By what a connection decides what to write. */
export interface ConnectionRules {
  /** What people call the connection. */
  readonly name: string;
  /** What the firm counts as paid. */
  readonly paid: PaidRule;
  /** Those that write to the same Manage. */
  readonly others: readonly OtherBooks[];
}
