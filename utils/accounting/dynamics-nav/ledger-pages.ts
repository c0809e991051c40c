import type { ListPage } from '@/utils/accounting/odata/client';
import { allOf, compare, numberLiteral, type Condition } from '@/utils/accounting/odata/filter';
import type { EntryNumber, NavLedger } from './api';
import { highestEntryNo } from './highest-entry-no';
import { isTooLarge } from './is-too-large';

export interface LedgerQuery {
  readonly where: readonly Condition[];
  /** Entries after this number; all where it is left out. */
  readonly after?: number;
  /** Entries up to this number; all where it is left out. */
  readonly upTo?: number;
}

/**
 * The pages of a ledger. Pages are as large as the server makes them; where they are too large for it, the entries are
 * asked for in halves, and rows may come twice.
 * @throws Problem
 */
export async function* ledgerPages<Row extends EntryNumber>(
  ledger: NavLedger<Row>,
  { where, after = 0, upTo }: LedgerQuery,
  signal: AbortSignal,
): AsyncGenerator<ListPage<Row>, void, void> {
  const [first, ...others] = [
    ...where,
    ...(after > 0 ? [compare('Entry_No', 'gt', numberLiteral(after))] : []),
    ...(upTo === undefined ? [] : [compare('Entry_No', 'le', numberLiteral(upTo))]),
  ];
  try {
    yield* ledger.pages(first === undefined ? {} : { filter: allOf(first, ...others) }, signal);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const last = upTo ?? (await highestEntryNo(ledger, after, signal));
    if (last - after < 2) throw error;
    const middle = after + Math.floor((last - after) / 2);
    yield* ledgerPages(ledger, { where, after, upTo: middle }, signal);
    yield* ledgerPages(ledger, { where, after: middle, upTo: last }, signal);
  }
}
