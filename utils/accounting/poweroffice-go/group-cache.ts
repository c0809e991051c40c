import type { LedgerEntry } from './schemas';

/** Groups kept in memory, of two or three entries each; the ones read first go first. */
export const MOST_GROUPS = 5000;

export interface KnownGroup {
  readonly entries: readonly LedgerEntry[];
  /** Read as a group, not picked from a statement that may have begun too late. */
  readonly surelyWhole: boolean;
}

/** The match groups a run has read, bounded so that a run over many years does not fill the memory. */
export function createGroupCache() {
  const groups = new Map<string, KnownGroup>();
  return {
    get: (matchId: string): KnownGroup | undefined => groups.get(matchId),

    keep(matchId: string, group: KnownGroup): void {
      groups.delete(matchId);
      groups.set(matchId, group);
      const [oldest] = groups.keys();
      if (groups.size > MOST_GROUPS && oldest !== undefined) groups.delete(oldest);
    },
  };
}
