import type { Outcome, OutcomeKind } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import { NO_COUNTS, type RunMode, type RunSummary } from './run-state';

/** Counts a run as it goes, in constant space. */
export interface Tally {
  found(more: number): void;
  /** An outcome, in place of the one the same invoice had before in this run. */
  add(outcome: Outcome, before: Outcome | null): void;
  /** An invoice that was looked at and is nobody's business. */
  pass(): void;
  /** Told once, however often it is found. */
  note(reason: Reason): void;
  summary(): RunSummary;
}

export function createTally(id: string, mode: RunMode, startedAt: number): Tally {
  const counts: Record<OutcomeKind, number> = { ...NO_COUNTS };
  const notes: Reason[] = [];
  let found = 0;
  let done = 0;
  let matched = 0;
  return {
    found: (more) => void (found += more),
    add(outcome, before) {
      if (before === null) done += 1;
      else counts[before.kind] -= 1;
      counts[outcome.kind] += 1;
      matched += held(outcome) - held(before);
    },
    pass: () => void (done += 1),
    note(reason) {
      const text = JSON.stringify(reason);
      if (!notes.some((each) => JSON.stringify(each) === text)) notes.push(reason);
    },
    summary: () => ({
      id,
      mode,
      phase: 'running',
      startedAt,
      finishedAt: null,
      resumesAt: null,
      found,
      done,
      matched,
      counts: { ...counts },
      failure: null,
      notes: [...notes],
    }),
  };
}

/** One for an outcome that is about an invoice Manage was seen to hold, else none. */
function held(outcome: Outcome | null): number {
  return outcome?.manageId === undefined ? 0 : 1;
}
