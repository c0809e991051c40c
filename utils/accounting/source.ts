import type { AccountingInvoice, Ledger } from '@/utils/payments/accounting-invoice';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { Reason } from '@/utils/payments/reason';
import type { ProbeName } from './probe-name';

/**
 * How far the books have been read, in the accounting system's own terms (a time stamp kept as text, an entry
 * number …). Opaque to everyone but the source that made it.
 */
export type Watermark = string & { readonly __watermark: unique symbol };

/**
 * From where to look for changes: where the last run ended, or a calendar day in the user's time zone. With a day
 * comes the last run's watermark, where there is one: a source whose terms know no time may find in it how far the
 * books were on that day.
 */
export type ChangeQuery =
  | { readonly from: 'watermark'; readonly watermark: Watermark }
  | {
      readonly from: 'day';
      readonly day: IsoDate;
      readonly timeZone: string;
      readonly stored?: Watermark;
    };

export interface ChangePage {
  /** All invoices that carry one number, of whatever vendor, come on one page, so that a reused number can be seen. */
  readonly invoices: readonly AccountingInvoice[];
  /** Invoices whose state could not be read, and why. */
  readonly unreadable: readonly { readonly number: string; readonly reason: Reason }[];
  /** Invoices about which nothing may be decided, since it cannot be told for certain which they are. */
  readonly doubtful?: readonly Doubt[];
  /** Becomes safe to store once everything up to this page is done; null while nothing is safe yet. */
  readonly watermark: Watermark | null;
  /** How many invoices the whole query has, when the source knows. */
  readonly expected?: number;
  /** What the reader should know of how the books were read, such as what this way of asking cannot see. */
  readonly notes?: readonly Reason[];
}

/** What stands in the way of deciding about an invoice. */
export interface Doubt {
  readonly number: string;
  readonly reasons: readonly Reason[];
  /** Whose it is in Manage. */
  readonly company: string;
  readonly bills: readonly string[];
  /** Whether these books have a part in it at all. */
  readonly isInBooks: boolean;
}

interface SourceCapabilities {
  readonly ledgers: readonly Ledger[];
  /** Whether the day an invoice was paid in full is the books' own answer. */
  readonly exactPaidDate: boolean;
  /** Whether credits and write-offs can be told from payments. */
  readonly creditsApart: boolean;
  readonly cursor: 'timestamp' | 'entry-number' | 'remaining-amounts';
  /** How far before the cursor each run reads again, in minutes. */
  readonly overlapMinutes: number;
}

/** One line of a connection check: what was tried, how it went, and what to do where it failed. */
export interface CheckResult {
  readonly probe: ProbeName;
  readonly verdict: 'ok' | 'warning' | 'failed';
  readonly evidence: string;
  readonly reason?: Reason;
}

/** An accounting system, as the sync sees it. Reads only. */
export interface AccountingSource {
  readonly capabilities: SourceCapabilities;
  /** Invoices whose payment information changed, page by page. @throws Problem */
  changes(query: ChangeQuery, signal: AbortSignal): AsyncIterable<ChangePage>;
  /**
   * The state of given invoices now, whatever happened to them when.
   * @param stored the last run's watermark, for what a source may remember in it
   * @throws Problem
   */
  lookUp(numbers: readonly string[], signal: AbortSignal, stored?: Watermark): Promise<ChangePage>;
  /** Whether a run of this query begins at or before the watermark, so that it may move it. */
  reachesBack(query: ChangeQuery, watermark: Watermark): boolean;
  /** The later of two watermarks. */
  later(a: Watermark, b: Watermark): Watermark;
}
