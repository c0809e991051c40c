import Big from 'big.js';
import { currencyOf, matchedPart, matchedPartIn } from './matched-part';
import type { LedgerEntry, PostedInvoice } from './schemas';

/**
 * Whether these entries are the whole match group of an invoice as it stands now: its own entry is among them
 * with the invoice's balance, and what is matched adds up. A statement misses what was posted before its first
 * day, and a group read earlier in the run may have changed.
 */
export function isComplete(invoice: PostedInvoice, group: readonly LedgerEntry[]): boolean {
  return ownEntry(invoice, group) !== undefined && isCurrent(invoice, group) && addsUp(group);
}

/** Whether nothing in these entries contradicts the invoice's balance, as it would had one changed since. */
export function isCurrent(invoice: PostedInvoice, group: readonly LedgerEntry[]): boolean {
  const own = ownEntry(invoice, group);
  return own === undefined || (invoice.Balance != null && new Big(own.Balance).eq(invoice.Balance));
}

function ownEntry({ Id }: PostedInvoice, group: readonly LedgerEntry[]): LedgerEntry | undefined {
  return group.find(({ VoucherId }) => VoucherId === Id);
}

/**
 * Whether what settles and what is settled add up over the whole group. In the client's currency they always do,
 * but for exchange differences: where a foreign invoice is closed at another rate, only the currency all entries
 * share tells it. With several currencies neither need do, and there must only be something on both sides. That is
 * enough: what a statement misses is older than all it has, so the newest date stands, and the amount follows from
 * the invoice's own balance.
 */
function addsUp(group: readonly LedgerEntry[]): boolean {
  const inClientCurrency = group.map((entry) => matchedPart(entry).minor);
  if (inClientCurrency.reduce((sum, part) => sum + part, 0) === 0) return true;
  const [currency, ...others] = new Set(group.map(currencyOf));
  const parts = currency === undefined ? [] : group.map((entry) => matchedPartIn(entry, currency));
  if (others.length > 0 || parts.includes(null)) {
    return inClientCurrency.some((part) => part > 0) && inClientCurrency.some((part) => part < 0);
  }
  const difference = parts.reduce((sum, part) => sum + (part?.minor ?? 0), 0);
  return Math.abs(difference) <= roundings(group);
}

/** How many parts of this group are rounded shares of a partly matched entry, each off by one minor unit at most. */
function roundings(group: readonly LedgerEntry[]): number {
  if (group.every((entry) => currencyOf(entry) === entry.ClientCurrency)) return 0;
  return group.filter(({ Balance }) => !new Big(Balance).eq(0)).length;
}
