import type { NavApi } from './api';
import { highestEntryNo } from './highest-entry-no';

export interface Ceiling {
  /** The highest detailed entry there is, or the one asked from where nothing came after it. */
  readonly entryNo: number;
  /** A moment (epoch ms) by which this was so; rather later than it was than earlier. */
  readonly at: number;
}

/**
 * Finds the highest detailed entry before anything else is read. Numbers are given out under a lock on the table, so
 * their order is the order of commits: whatever is read later holds all entries up to this one, and none beyond it need
 * be dealt with in this run.
 * @param after a number known to exist, 0 for none
 * @param now epoch ms by this computer's clock
 * @throws Problem
 */
export async function readCeiling(
  { detailed }: Pick<NavApi, 'detailed'>,
  after: number,
  now: () => number,
  signal: AbortSignal,
): Promise<Ceiling> {
  let serverTime = 0;
  const entryNo = await highestEntryNo(detailed, after, signal, ({ headers }) => {
    serverTime = Date.parse(headers.get('date') ?? '') || 0;
  });
  return { entryNo, at: Math.max(now(), serverTime) };
}
