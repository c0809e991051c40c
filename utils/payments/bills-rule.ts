import { SAME_NUMBER, type NumberRule } from './number-rule';
import type { VendorAlias } from './whose-order';

/** What a connection does with vendors' bills. */
export interface BillsRule {
  /** Whether purchase orders show them. */
  readonly on: boolean;
  readonly matching: NumberRule;
  readonly vendors: readonly VendorAlias[];
}

/** Vendors' bills are left alone. */
export const NO_BILLS = { on: false, matching: SAME_NUMBER, vendors: [] } satisfies BillsRule;
