import type { Shown } from '@/utils/payments/change';
import type { Problem } from '@/utils/payments/problem';

/** Ids of all payment records that Manage shows of some invoices. */
export function recordIdsIn(shown: Iterable<Shown | Problem>): readonly number[] {
  return [...shown].flatMap((each) => ('records' in each ? each.records.map(({ id }) => id) : []));
}
