import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';

/** A `preview` decides everything and writes nothing. */
export type RunMode = 'sync' | 'preview';

/** A run as people see it: while it goes on and after it ended. */
export interface RunState {
  readonly id: string;
  readonly mode: RunMode;
  readonly phase: 'running' | 'finished' | 'stopped' | 'failed';
  /** Epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number | null;
  /** Invoices the books named so far, and how many of them are dealt with. */
  readonly found: number;
  readonly done: number;
  readonly counts: Readonly<Record<OutcomeKind, number>>;
  /** The outcomes worth reading; unchanged invoices without a note are only counted. */
  readonly outcomes: readonly Outcome[];
  /** Why the run ended early. */
  readonly failure: Reason | null;
  /** What the reader should know of the run as a whole, such as that it did not move the last run's time. */
  readonly notes: readonly Reason[];
}

export const NO_COUNTS: RunState['counts'] = { updated: 0, unchanged: 0, 'not-found': 0, skipped: 0, failed: 0 };

/** The state after one more invoice has been dealt with. */
export function withOutcome(state: RunState, outcome: Outcome): RunState {
  const listed = outcome.kind !== 'unchanged' || outcome.reasons.length > 0;
  return {
    ...state,
    done: state.done + 1,
    counts: { ...state.counts, [outcome.kind]: state.counts[outcome.kind] + 1 },
    outcomes: listed ? [...state.outcomes, outcome] : state.outcomes,
  };
}
