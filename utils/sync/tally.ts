import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import { isWorthReading, NO_COUNTS, type RunMode, type RunState, type RunSummary } from './run-state';

/** Counts a run as it goes. Snapshots are taken when somebody looks, so that a long run stays linear. */
export interface Tally {
  found(more: number): void;
  add(outcome: Outcome): void;
  /** An invoice that was looked at and is nobody's business. */
  pass(): void;
  note(reason: Reason): void;
  readonly failed: readonly string[];
  summary(): RunSummary;
  /** The final state, with every outcome worth reading. */
  end(phase: Exclude<RunSummary['phase'], 'running'>, finishedAt: number, failure: Reason | null): RunState;
}

export function createTally(id: string, mode: RunMode, startedAt: number): Tally {
  const counts: Record<OutcomeKind, number> = { ...NO_COUNTS };
  const outcomes: Outcome[] = [];
  const notes: Reason[] = [];
  const failed: string[] = [];
  let found = 0;
  let done = 0;
  const figures = () => ({ id, mode, startedAt, found, done, counts: { ...counts }, notes: [...notes] });
  return {
    failed,
    found: (more) => void (found += more),
    add(outcome) {
      done += 1;
      counts[outcome.kind] += 1;
      if (outcome.kind === 'failed') failed.push(outcome.invoiceNumber);
      if (isWorthReading(outcome)) outcomes.push(outcome);
    },
    pass: () => void (done += 1),
    note: (reason) => void notes.push(reason),
    summary: () => ({ ...figures(), phase: 'running', finishedAt: null, failure: null }),
    end: (phase, finishedAt, failure) => ({
      ...figures(),
      phase,
      finishedAt,
      failure,
      outcomes: [...outcomes],
    }),
  };
}
