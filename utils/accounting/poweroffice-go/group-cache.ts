import type { LedgerEntry } from './schemas';

export interface KnownGroup {
  readonly entries: readonly LedgerEntry[];
  /** Read as a group, not picked from a statement that may have begun too late. */
  readonly surelyWhole: boolean;
}

/** Groups of two or three entries take some 16 MB, as text a third of what they take as objects. */
const MOST_AHEAD = 10_000;
const MOST_TOLD = 2_000;

/**
 * The match groups a run has read, as text and bounded, so that a run over many years does not fill the memory. Those
 * that nobody has asked for yet stay until somebody does; of the others, the ones kept first go first.
 */
export function createGroupCache() {
  /** Entries, joined by commas. */
  const ahead = new Map<string, string>();
  const told = new Map<string, string>();

  function keep(matchId: string, group: KnownGroup): void {
    told.delete(matchId);
    told.set(matchId, JSON.stringify(group));
    const [oldest] = told.keys();
    if (told.size > MOST_TOLD && oldest !== undefined) told.delete(oldest);
  }

  return {
    keep,

    get(matchId: string): KnownGroup | undefined {
      const unasked = ahead.get(matchId);
      if (unasked !== undefined) {
        ahead.delete(matchId);
        keep(matchId, { entries: JSON.parse(`[${unasked}]`) as LedgerEntry[], surelyWhole: false });
      }
      const text = told.get(matchId);
      return text === undefined ? undefined : (JSON.parse(text) as KnownGroup);
    },

    /** Takes entries of groups that nobody has asked for, as a statement of the ledger tells them, while there is room. */
    readAhead(): (matchId: string, entry: LedgerEntry) => void {
      const begun = new Set<string>();
      return (matchId, entry) => {
        const earlier = ahead.get(matchId);
        // A group of an earlier statement has its entries; one that is begun gets all of them.
        if (!begun.has(matchId) && (earlier !== undefined || ahead.size >= MOST_AHEAD)) return;
        begun.add(matchId);
        const text = JSON.stringify(entry);
        ahead.set(matchId, earlier === undefined ? text : `${earlier},${text}`);
      };
    },
  };
}
