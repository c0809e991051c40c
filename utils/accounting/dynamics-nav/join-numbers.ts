import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { joinEntries } from './join-entries';
import type { NumberMap } from './number-map';
import type { LedgerEntry, PostedInvoice } from './schemas';
import { withoutEntry, type NavInvoice } from './to-accounting-invoice';
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
export function joinNumbers(
  facts: NumberedFacts,
  numberMap: NumberMap,
  localCurrency: string,
): JoinedNumbers {
  const found: Omit<NavInvoice, 'rows'>[] = [];
  const doubtful: AccountingInvoice[] = [];
  const unreadable: UnreadableInvoices[number][] = [];
  for (const no of new Set([...facts.entries.keys(), ...facts.documents.keys()])) {
    const document = facts.documents.get(no);
    const number = numberMap.inManage(no, document);
    if (number === null) continue;
    const joined = joinEntries(facts.entries.get(no) ?? [], document);
    if ('unclear' in joined) unreadable.push({ number, reason: joined.unclear });
    else if ('document' in joined) doubtful.push(withoutEntry(number, joined, localCurrency));
    else {
      for (const entry of joined.entries) {
        const isOwn = document?.Bill_to_Customer_No === entry.Customer_No;
        const own = isOwn ? document : undefined;
        found.push({ number, entry, isReversed: joined.isReversed, document: own, localCurrency });
      }
    }
  }
  return { found, doubtful, unreadable };
}
