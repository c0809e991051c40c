import type { PastRun } from '@/utils/messaging/protocol';
import type { RunSummary } from '@/utils/sync/run-state';

/** An earlier run that was opened. */
export interface EarlierRun extends PastRun {
  readonly connectionId: string;
}

/** The runs of a connection that are remembered, newest first. */
export interface EarlierRuns {
  readonly connectionId: string;
  readonly runs: readonly RunSummary[];
}
