import type { OutcomeKind } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';

/** A `preview` decides everything and writes nothing; an `undo` takes back what another run wrote. */
export type RunMode = 'sync' | 'preview' | 'undo';

/** `paused`: somebody does not answer, and the run goes on by itself later. */
type RunPhase = 'running' | 'paused' | 'finished' | 'stopped' | 'failed';

/** A run in figures: while it goes on and after it ended. */
export interface RunSummary {
  readonly id: string;
  readonly mode: RunMode;
  readonly phase: RunPhase;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Epoch ms at which a paused run goes on. */
  readonly resumesAt: number | null;
  /** Invoices the books named so far, and how many of them are dealt with. */
  readonly found: number;
  readonly done: number;
  /** How many of them a look-up has found in Manage; left out by versions before they were counted. */
  readonly matched?: number;
  readonly counts: Readonly<Record<OutcomeKind, number>>;
  /** Why the run ended early or is paused. */
  readonly failure: Reason | null;
  /** What the reader should know of the run as a whole, such as that it did not move the last run's time. */
  readonly notes: readonly Reason[];
}

/** A run as people follow it. What became of each invoice is asked for apart, a page at a time. */
export interface RunState extends RunSummary {
  /** Milliseconds that what was found so far will take at least; null where that cannot be told. */
  readonly timeLeft: number | null;
}

export const NO_COUNTS: RunSummary['counts'] = {
  updated: 0,
  unchanged: 0,
  'not-found': 0,
  skipped: 0,
  failed: 0,
};
