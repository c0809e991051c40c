import type { ConnectionState } from '@/utils/messaging/protocol';

/** From when a run of several connections begins that each takes up its own last run, where it has one. */
export interface LastRuns {
  /** Epoch ms of the earliest of them. */
  readonly at: number;
  /** Whether they differ, so that each connection begins at a moment of its own. */
  readonly differ: boolean;
}

/** The last successful runs of connections; null where none of them has one. */
export function lastRunOf(connections: readonly Pick<ConnectionState, 'lastRunAt'>[]): LastRuns | null {
  const moments = connections.flatMap(({ lastRunAt }) => lastRunAt ?? []);
  if (moments.length === 0) return null;
  return { at: Math.min(...moments), differ: new Set(moments).size > 1 };
}
