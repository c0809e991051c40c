import Big from 'big.js';
import { CLIENT_CURRENCY } from './client-currency';
import { currencyOf, matchedPart, matchedPartIn } from './matched-part';
import type { LedgerEntry, OutgoingInvoice } from './schemas';

/**
 * Whether these entries are the whole match group of an invoice as it stands now: its own entry is among them
 * with the invoice's balance, and what is matched adds up. A statement misses what was posted before its first
 * day, and a group read earlier in the run may have changed.
 */
export function isComplete(invoice: OutgoingInvoice, group: readonly LedgerEntry[]): boolean {
  return ownEntry(invoice, group) !== undefined && isCurrent(invoice, group) && addsUp(group);
}

/** Whether nothing in these entries contradicts the invoice's balance, as it would had one changed since. */
export function isCurrent(invoice: OutgoingInvoice, group: readonly LedgerEntry[]): boolean {
  const own = ownEntry(invoice, group);
  return own === undefined || (invoice.Balance != null && new Big(own.Balance).eq(invoice.Balance));
}

function ownEntry({ Id }: OutgoingInvoice, group: readonly LedgerEntry[]): LedgerEntry | undefined {
  return group.find(({ VoucherId }) => VoucherId === Id);
}

/**
 * Whether what settles and what is settled add up over the whole group, in the currency all entries share. With
 * several currencies the exchange differences stand in the way, and there must only be something on both sides.
 * That is enough: what a statement misses is older than all it has, so the newest date stands, and the amount
 * follows from the invoice's own balance.
 */
function addsUp(group: readonly LedgerEntry[]): boolean {
  const [currency, ...others] = new Set(group.map(currencyOf));
  if (currency === undefined) return false;
  const parts = group.map((entry) => matchedPartIn(entry, currency));
  if (others.length > 0 || parts.includes(null)) {
    const signs = group.map((entry) => Math.sign(matchedPart(entry).minor));
    return signs.includes(1) && signs.includes(-1);
  }
  const difference = parts.reduce((sum, part) => sum + (part?.minor ?? 0), 0);
  return Math.abs(difference) <= (currency === CLIENT_CURRENCY ? 0 : partlyMatched(group));
}

/** Shares of partly matched entries are rounded: each may be off by one minor unit. */
function partlyMatched(group: readonly LedgerEntry[]): number {
  return group.filter(({ Balance }) => !new Big(Balance).eq(0)).length;
}
