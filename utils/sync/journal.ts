import type { Watermark } from '@/utils/accounting/source';
import type { BooksView } from '@/utils/payments/books-view';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunSummary } from './run-state';

/** A write that was noted and whose answer never came, and the run that noted it. */
export interface OpenWrite {
  readonly runId: string;
  readonly change: Change;
}

/** An outcome with what it was based on, so that a run that goes on later knows what it need not look at again. */
export interface RecordedOutcome {
  readonly outcome: Outcome;
  /** From {@link fingerprintOf}; '' where there is none, so that the invoice is looked at again. */
  readonly basis: string;
}

/**
 * What one run remembers: every write before it is sent and when it is confirmed, every outcome before the next
 * step. A run that was cut off at any point goes on from this.
 */
export interface Journal {
  /** Which of these payment records of Manage this browser made or was allowed to take over. */
  ownAmong(recordIds: readonly number[]): Promise<ReadonlySet<number>>;
  addOwnRecord(recordId: number): Promise<void>;
  /** Notes a write; it stays open until it is confirmed or closed. */
  intend(change: Change): Promise<void>;
  confirm(change: Change): Promise<void>;
  /** What this run and those before it, with the same books and the same Manage, have left open. */
  openWrites(): Promise<readonly OpenWrite[]>;
  /** Notes what was found out about an open write, in the journal of the run that it belongs to. */
  close(write: OpenWrite, passed: boolean): Promise<void>;
  /** Confirmed writes of this run of which no outcome tells yet, by invoice number. */
  leftBehind(): Promise<ReadonlyMap<string, Change>>;
  /** Invoices that other runs have just written to, and whose sums in Manage may not have followed yet: their numbers. */
  notReadBack(): Promise<ReadonlySet<string>>;
  /** What another run wrote and Manage confirmed, by invoice number, from what was shown before that run. */
  confirmedChanges(runId: string): Promise<ReadonlyMap<string, Change>>;
  /** @param books what the books said of the invoice, to be known however long the run is remembered */
  record(outcome: Outcome, basis: string, books?: BooksView): Promise<void>;
  outcome(invoiceNumber: string): Promise<RecordedOutcome | null>;
  outcomes(): Promise<readonly Outcome[]>;
  /** Failed invoices, to be taken along by the next run whatever its start date. */
  parked(): Promise<readonly string[]>;
  /** Keeps a failed invoice. Answers false when the list is full. */
  park(number: string): Promise<boolean>;
  unpark(number: string): Promise<void>;
  /** Numbers of the books that Manage did not hold, to be looked up again with each run for some time. */
  notFound(): Promise<readonly string[]>;
  keepNotFound(number: string): Promise<void>;
  forgetNotFound(number: string): Promise<void>;
  saveSummary(summary: RunSummary): Promise<void>;
  lastRun(): Promise<{ readonly watermark: Watermark } | null>;
  saveLastRun(startedAt: number, watermark: Watermark): Promise<void>;
}
