import type { Match, Posting } from './ledger';

/**
 * The number each matched posting carries. Postings that hang together through matches share one; it is new
 * whenever something is matched with the group.
 * @param from numbers of another ledger's groups begin elsewhere
 */
export function matchIds(matches: readonly Match[], from: number): ReadonlyMap<Posting, number> {
  const groups = new Map<Posting, Set<Match>>();
  for (const match of matches) {
    const joined = new Set([
      match,
      ...(groups.get(match.charge) ?? []),
      ...(groups.get(match.settling) ?? []),
    ]);
    for (const { charge, settling } of joined) {
      groups.set(charge, joined);
      groups.set(settling, joined);
    }
  }
  const ids = new Map<Posting, number>();
  for (const [posting, group] of groups) {
    ids.set(posting, from + Math.max(...[...group].map(({ by }) => by)));
  }
  return ids;
}
