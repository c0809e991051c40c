import type { AccountingSource, ChangeQuery, Watermark } from '@/utils/accounting/source';
import type { Outcome } from '@/utils/payments/outcome';
import { reasonOf } from '@/utils/payments/problem';
import type { Journal, ManagePort } from './ports';
import { processBatch } from './process-batch';
import { NO_COUNTS, withOutcome, type RunState } from './run-state';

/** As many numbers as surely fit one look-up's address. */
const BATCH_SIZE = 50;

export interface RunInput {
  readonly id: string;
  readonly query: ChangeQuery;
}

export interface RunDependencies {
  readonly source: AccountingSource;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly now: () => number;
  readonly onState: (state: RunState) => void;
}

/** One sync from the books to Manage. Never throws: what went wrong is in the state it ends with. */
export async function runSync(
  { id, query }: RunInput,
  { source, manage, journal, now, onState }: RunDependencies,
  signal: AbortSignal,
): Promise<RunState> {
  let state: RunState = {
    id,
    phase: 'running',
    startedAt: now(),
    finishedAt: null,
    found: 0,
    done: 0,
    counts: NO_COUNTS,
    outcomes: [],
    failure: null,
  };
  const advance = (next: RunState): void => onState((state = next));
  advance(state);
  try {
    let watermark: Watermark | null = null;
    for await (const page of source.changes(query, signal)) {
      advance({ ...state, found: state.found + page.invoices.length });
      for (let at = 0; at < page.invoices.length; at += BATCH_SIZE) {
        const batch = page.invoices.slice(at, at + BATCH_SIZE);
        for await (const outcome of processBatch(batch, { manage, journal }, signal)) await settle(outcome);
      }
      watermark = page.watermark ?? watermark;
    }
    await journal.finish({ startedAt: state.startedAt, watermark });
    advance({ ...state, phase: 'finished', finishedAt: now() });
  } catch (error) {
    const phase = signal.aborted ? 'stopped' : 'failed';
    advance({ ...state, phase, finishedAt: now(), failure: signal.aborted ? null : reasonOf(error) });
  }
  return state;

  async function settle(outcome: Outcome): Promise<void> {
    await journal.record(outcome);
    if (outcome.kind === 'failed') await journal.park(outcome.invoiceNumber);
    advance(withOutcome(state, outcome));
  }
}
