import type { Watermark } from '@/utils/accounting/source';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import type { RunSummary } from './run-state';

/** A write that was sent, perhaps, and one that Manage has confirmed, without an outcome having been recorded. */
export interface LeftBehind {
  readonly open: Change | null;
  readonly settled: Change | null;
}

/** An outcome with what it was based on, so that a run that goes on later knows what it need not look at again. */
export interface RecordedOutcome {
  readonly outcome: Outcome;
  /** From {@link fingerprintOf}; '' where there is none. */
  readonly basis: string;
}

/**
 * What one run remembers: every write before it is sent and when it is confirmed, every outcome before the next
 * step. A run that was cut off at any point goes on from this.
 */
export interface Journal {
  /** Payment records of Manage that this browser made or was allowed to take over. */
  ownRecordIds(): Promise<ReadonlySet<number>>;
  addOwnRecord(recordId: number): Promise<void>;
  /** Notes a write; it stays open until it is confirmed or its invoice has an outcome. */
  intend(change: Change): Promise<void>;
  confirm(change: Change): Promise<void>;
  /** Writes of this run whose invoices have no outcome yet, by invoice number: what its last life left behind. */
  leftBehind(): Promise<ReadonlyMap<string, LeftBehind>>;
  /** What another run wrote and Manage confirmed, by invoice number, from what was shown before that run. */
  confirmedChanges(runId: string): Promise<ReadonlyMap<string, Change>>;
  record(outcome: Outcome, basis: string): Promise<void>;
  outcome(invoiceNumber: string): Promise<RecordedOutcome | null>;
  outcomes(): Promise<readonly Outcome[]>;
  /** Failed invoices, to be taken along by the next run whatever its start date. */
  parked(): Promise<readonly string[]>;
  /** Keeps a failed invoice. Answers false when the list is full. */
  park(number: string): Promise<boolean>;
  unpark(number: string): Promise<void>;
  saveSummary(summary: RunSummary): Promise<void>;
  lastRun(): Promise<{ readonly watermark: Watermark } | null>;
  saveLastRun(startedAt: number, watermark: Watermark): Promise<void>;
}
