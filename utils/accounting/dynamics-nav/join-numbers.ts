import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { groupBy } from './group-by';
import { joinEntries } from './join-entries';
import type { NumberMap } from './number-map';
import type { LedgerEntry, PostedInvoice } from './schemas';
import { withoutEntry, type NavBooks, type NavInvoice } from './to-accounting-invoice';
import type { UnreadableInvoices } from './unreadable';

/** All that was read under some of NAV's own numbers. */
export interface NumberedFacts {
  readonly entries: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly documents: ReadonlyMap<string, PostedInvoice>;
}

export interface JoinedNumbers {
  /** Invoices with their ledger entry, still without what settled them. */
  readonly found: readonly Omit<NavInvoice, 'rows'>[];
  /** Invoices of which nobody can tell what remains. */
  readonly doubtful: readonly AccountingInvoice[];
  readonly unreadable: UnreadableInvoices;
}

/**
 * Finds the invoices of each number, under the number that Manage knows. A journal may have bills of several such numbers
 * under one of its own: each is found by itself, and one that is not wanted is left out, since nobody has looked up who
 * else has its number.
 */
export function joinNumbers(
  facts: NumberedFacts,
  wanted: ReadonlySet<string>,
  numberMap: NumberMap,
  books: NavBooks,
): JoinedNumbers {
  const found: Omit<NavInvoice, 'rows'>[] = [];
  const doubtful: AccountingInvoice[] = [];
  const unreadable: UnreadableInvoices[number][] = [];
  for (const no of new Set([...facts.entries.keys(), ...facts.documents.keys()])) {
    const document = facts.documents.get(no);
    const entries = groupBy(facts.entries.get(no) ?? [], (entry) => numberMap.inManage(no, document, entry));
    if (entries.size === 0) entries.set(numberMap.inManage(no, document, undefined), []);
    for (const [number, ofNumber] of entries) {
      if (number === null || !wanted.has(number)) continue;
      const joined = joinEntries(ofNumber, document);
      if ('unclear' in joined) unreadable.push({ number, reason: joined.unclear });
      else if ('document' in joined) doubtful.push(withoutEntry(number, joined, books));
      else {
        for (const entry of joined.entries) {
          const own = document?.Account_No === entry.Account_No ? document : undefined;
          found.push({ number, entry, isReversed: joined.isReversed, document: own, books });
        }
      }
    }
  }
  return { found, doubtful, unreadable };
}
