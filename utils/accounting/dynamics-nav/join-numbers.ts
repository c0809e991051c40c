import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
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

/** Finds the invoices of each number, under the number that Manage knows; those it cannot know are left out. */
export function joinNumbers(facts: NumberedFacts, numberMap: NumberMap, books: NavBooks): JoinedNumbers {
  const found: Omit<NavInvoice, 'rows'>[] = [];
  const doubtful: AccountingInvoice[] = [];
  const unreadable: UnreadableInvoices[number][] = [];
  for (const no of new Set([...facts.entries.keys(), ...facts.documents.keys()])) {
    const document = facts.documents.get(no);
    const entries = facts.entries.get(no) ?? [];
    const joined = joinEntries(entries, document);
    if ('unclear' in joined) {
      const number = numberMap.inManage(no, document, entries[0]);
      if (number !== null) unreadable.push({ number, reason: joined.unclear });
    } else if ('document' in joined) {
      const number = numberMap.inManage(no, document, undefined);
      if (number !== null) doubtful.push(withoutEntry(number, joined, books));
    } else {
      for (const entry of joined.entries) {
        const number = numberMap.inManage(no, document, entry);
        if (number === null) continue;
        const own = document?.Account_No === entry.Account_No ? document : undefined;
        found.push({ number, entry, isReversed: joined.isReversed, document: own, books });
      }
    }
  }
  return { found, doubtful, unreadable };
}
