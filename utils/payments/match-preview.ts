import type { NumberRule } from './number-rule';

/** Which invoice of Manage one of the books comes to by a rule. */
export interface MatchLine {
  readonly inBooks: string;
  /** The number Manage was asked for, or has; null where the books' number is not of the form of the rule. */
  readonly inManage: string | null;
  readonly is: 'matched' | 'not-found' | 'ambiguous';
}

/** Another rule by which more of the same invoices would match. */
export interface MatchSuggestion {
  readonly rule: NumberRule;
  readonly more: number;
}

/** What a rule makes of the last invoices of the books. */
export interface MatchPreview {
  readonly lines: readonly MatchLine[];
  readonly rule: NumberRule;
  /** Numbers of Manage's newest invoices, among which a better rule may be found; empty where none is missed. */
  readonly newestInManage: readonly string[];
}
