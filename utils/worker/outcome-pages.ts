import type { OutcomePage } from '@/utils/messaging/protocol';
import type { Outcome } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import { selectOutcomes, type OutcomeQuery } from '@/utils/payments/select-outcomes';
import { sharedReason } from '@/utils/payments/shared-reason';
import type { Database, RunRecord } from '@/utils/storage/database';
import { outcomesOf } from '@/utils/storage/run-history';

/** As many lines as a list shows at a time. */
const OUTCOMES_AT_ONCE = 100;

export interface OutcomePages {
  /** A page of a run's outcomes, from the given place on. @throws Problem when the storage does not tell */
  read(db: Database, run: RunRecord, query: OutcomeQuery, from: number): Promise<OutcomePage>;
}

interface Kept<T> {
  readonly of: string;
  readonly value: T;
}

/** Remembers what was read, and ordered, last: people turn pages and refine a search. */
export function createOutcomePages(reasonText: (reason: Reason) => string): OutcomePages {
  let all: Kept<readonly Outcome[]> | null = null;
  let list: (Kept<readonly Outcome[]> & { readonly shared: Reason | null }) | null = null;
  return {
    async read(db, run, query, from) {
      // A run that goes on, or is gone on with, has other outcomes then.
      const version = JSON.stringify([run.id, run.phase, run.done, run.resumed, run.finishedAt]);
      if (all?.of !== version) all = { of: version, value: await outcomesOf(db, run.id) };
      const of = JSON.stringify([version, query]);
      if (list?.of !== of) {
        const value = selectOutcomes(all.value, query, reasonText);
        list = { of, value, shared: sharedReason(value) };
      }
      const { value, shared } = list;
      return { total: value.length, outcomes: value.slice(from, from + OUTCOMES_AT_ONCE), shared };
    },
  };
}
