import Big from 'big.js';
import { reason, type Reason } from '@/utils/payments/reason';
import { isKnownDocumentType } from './option-names';
import type { LedgerEntry, PostedInvoice } from './schemas';

/** What one number stands for: ledger entries that are invoices, a document without one, or something unclear. */
export type Joined =
  | { readonly entries: readonly LedgerEntry[]; readonly isReversed: boolean }
  /** The document's entry is gone, or nobody can tell which one it is. */
  | { readonly document: PostedInvoice; readonly why: 'entryGone' | 'splitInvoice' }
  | { readonly unclear: Reason };

/**
 * Finds the entries that are invoices of one number. An entry is one if its type is Invoice, its original amount is not
 * negative and it was not reversed: a number used again has three, the reversed one, the one that reversed it, and the
 * live one. Where a document was posted, its entry stands on the customer it bills; among several the one with its day
 * and amount is meant, and if none has, the invoice was split. Where no entry is live, the last reversed one tells that
 * the invoice was taken back.
 * @param entries everything the ledger has under the number, or enough of it to be sure (`isSure`)
 */
export function joinEntries(entries: readonly LedgerEntry[], document: PostedInvoice | undefined): Joined {
  const strange = entries.find(({ Document_Type }) => !isKnownDocumentType(Document_Type));
  if (strange !== undefined)
    return { unclear: reason('navDocumentTypeUnknown', { type: strange.Document_Type }) };
  const charges = entries.filter(isCharge);
  const live = charges.filter(({ Reversed }) => !Reversed);
  const ofDocument = live.filter((entry) => isOfCustomer(entry, document));
  const others = live.filter((entry) => !ofDocument.includes(entry));
  const exact = ofDocument.filter((entry) => isExactly(entry, document));
  if (document !== undefined && ofDocument.length > 1 && exact.length !== 1) {
    return { document, why: 'splitInvoice' };
  }
  const found = [...(ofDocument.length > 1 ? exact : ofDocument), ...others];
  if (found.length > 0) return { entries: found, isReversed: false };
  const reversed = charges.at(-1);
  if (reversed !== undefined) return { entries: [reversed], isReversed: true };
  return document === undefined ? { entries: [], isReversed: false } : { document, why: 'entryGone' };
}

/**
 * Whether these entries need no look at the others of their number: the one live entry is the document's to the day and
 * amount. NAV posts no second sales document under a number, nor a journal line of type Invoice beside a live entry.
 */
export function isSure(entries: readonly LedgerEntry[], document: PostedInvoice | undefined): boolean {
  const joined = joinEntries(entries, document);
  if (!('entries' in joined) || joined.isReversed) return false;
  const [only, ...others] = joined.entries;
  return (
    only !== undefined && others.length === 0 && isOfCustomer(only, document) && isExactly(only, document)
  );
}

function isCharge({ Document_Type, Original_Amount }: LedgerEntry): boolean {
  return Document_Type === 'Invoice' && new Big(Original_Amount).gte(0);
}

function isOfCustomer({ Account_No }: LedgerEntry, document: PostedInvoice | undefined): boolean {
  return document !== undefined && Account_No === document.Account_No;
}

function isExactly(
  { Posting_Date, Original_Amount }: LedgerEntry,
  document: PostedInvoice | undefined,
): boolean {
  return (
    document !== undefined &&
    Posting_Date === document.Posting_Date &&
    new Big(Original_Amount).eq(document.Amount_Including_VAT)
  );
}
