import type { AccountingInvoice, Ledger } from '@/utils/payments/accounting-invoice';
import { money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';
import { reason, type Reason } from '@/utils/payments/reason';
import { accountsFor, settlementsOf } from './settlements';
import type { DetailedEntry, LedgerEntry, PostedInvoice } from './schemas';

export interface NavInvoice {
  /** The number it is known by in Manage. */
  readonly number: string;
  readonly entry: LedgerEntry;
  readonly isReversed: boolean;
  /** None for what was booked through a journal alone. */
  readonly document: PostedInvoice | undefined;
  /** All detailed rows of the entry that settle something. */
  readonly rows: readonly DetailedEntry[];
  readonly books: NavBooks;
}

/** Whose entries they are, and the company's own currency, which they leave blank. */
export interface NavBooks {
  readonly ledger: Ledger;
  readonly localCurrency: string;
}

/**
 * Turns a ledger entry of type Invoice into the domain's terms, in the entry's own currency. What is settled is the
 * original amount less what remains; the rows tell by what and when.
 * @returns a reason where the rows do not account for it, or hold what is not known
 */
export function toAccountingInvoice(
  invoice: NavInvoice,
): AccountingInvoice | { readonly unreadable: Reason } {
  const { number, entry, isReversed, document, rows, books } = invoice;
  const currency = entry.Currency_Code || books.localCurrency;
  const facts = {
    id: String(entry.Entry_No),
    number,
    kind: 'invoice',
    ...partyOf(books, entry, document),
    currency,
    total: parseMoney(entry.Original_Amount, currency),
  } as const;
  const nothing = { remaining: money(0, currency), settlements: [], closedOn: null, notes: [] };
  if (isReversed) return { ...facts, ...nothing, state: 'reversed' };
  if (isTakenBack(document)) return { ...facts, ...nothing, state: 'cancelled' };
  if (!accountsFor(rows, entry)) return { unreadable: reason('navRowsDoNotAddUp') };
  const settled = settlementsOf(rows, currency);
  if ('unknown' in settled) return { unreadable: settled.unknown };
  const { settlements, newest } = settled;
  const guessed = settlements.some(({ kind }) => kind === 'unclassified');
  return {
    ...facts,
    state: 'posted',
    remaining: parseMoney(entry.Remaining_Amount, currency),
    settlements,
    closedOn: entry.Open ? null : newest,
    notes: guessed ? ['unclassifiedSettlement'] : [],
  };
}

/**
 * A document whose ledger entry is gone, as compressing old entries does, or was split into several: nothing tells
 * what remains of it.
 */
export function withoutEntry(
  number: string,
  { document, why }: { readonly document: PostedInvoice; readonly why: 'entryGone' | 'splitInvoice' },
  books: NavBooks,
): AccountingInvoice {
  const currency = document.Currency_Code || books.localCurrency;
  const cancelled = isTakenBack(document);
  return {
    id: `document ${document.No}`,
    number,
    kind: 'invoice',
    state: cancelled ? 'cancelled' : 'posted',
    ...partyOf(books, document, document),
    currency,
    total: parseMoney(document.Amount_Including_VAT, currency),
    settlements: [],
    remaining: cancelled ? money(0, currency) : null,
    closedOn: null,
    notes: why === 'splitInvoice' && !cancelled ? [why] : [],
  };
}

/** A bill is of the vendor it was bought from; what a journal alone has tells only who is paid, and no name. */
function partyOf(
  { ledger }: NavBooks,
  { Account_No }: Pick<LedgerEntry, 'Account_No'>,
  document: PostedInvoice | undefined,
) {
  const { Vendor_No = Account_No, Vendor_Name } = document ?? {};
  return { ledger, customerNumber: Vendor_No, ...(Vendor_Name != null && { partyName: Vendor_Name }) };
}

/** Whether anything can be paid of the invoice: it was neither reversed nor taken back by a document of its own. */
export function isInForce({ isReversed, document }: Pick<NavInvoice, 'isReversed' | 'document'>): boolean {
  return !isReversed && !isTakenBack(document);
}

/** Closed by a document of its own and not by money: never paid, whatever remains. */
function isTakenBack(document: PostedInvoice | undefined): boolean {
  return document !== undefined && (document.Cancelled || document.Corrective);
}
