import type { Shown } from '@/utils/payments/change';
import type { Problem } from '@/utils/payments/problem';

/** Ids of all payment records that Manage shows of some invoices, each once: what its report tells of has none but 0. */
export function recordIdsIn(shown: Iterable<Shown | Problem>): readonly number[] {
  const ids = [...shown].flatMap((each) => ('records' in each ? each.records.map(({ id }) => id) : []));
  return [...new Set(ids)];
}
