import type { IsoDate } from './iso-date';
import type { Money } from './money';
import type { Reason } from './reason';

/** Whether customers owe it to the firm (receivable) or the firm owes it to a vendor (payable). */
export type Ledger = 'receivable' | 'payable';

/**
 * How part of an invoice was closed. `unclassified` is a settlement the accounting system cannot tell the nature
 * of; it counts as settled and is marked for the reader.
 */
export type SettlementKind = 'payment' | 'credit' | 'write-off' | 'discount' | 'unclassified';

/** One closing of part of an invoice. The amount is positive when it lowers what remains. */
export interface Settlement {
  readonly kind: SettlementKind;
  /** The posting date in the books, not the day it was entered; null where the system cannot tell. */
  readonly date: IsoDate | null;
  readonly amount: Money;
  /** Voucher number or the like, for people to find it by. */
  readonly reference: string;
}

/**
 * An invoice or credit note as the books see it now. Every amount is in the invoice's own currency, and positive where
 * an invoice is owed, by whom ever: a source turns the sign of a ledger that has it otherwise.
 */
export interface AccountingInvoice {
  /** The accounting system's own stable id. */
  readonly id: string;
  /** The invoice number as printed: of a vendor's bill the vendor's own, which other vendors may use as well. */
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly ledger: Ledger;
  /** `posted` is live; a cancelled or reversed invoice keeps its number, which may be used again. */
  readonly state: 'draft' | 'posted' | 'cancelled' | 'reversed';
  /** The customer's or the vendor's number in the books. */
  readonly customerNumber: string;
  /** The vendor's name, where the books tell it: NAV does not for what was booked through a journal alone. */
  readonly partyName?: string;
  readonly currency: string;
  readonly total: Money;
  readonly settlements: readonly Settlement[];
  /** What is still owed; null where the system does not know, and then nothing may be concluded. */
  readonly remaining: Money | null;
  /** The day the books say the last of it was closed; null while something remains or where they cannot tell. */
  readonly closedOn: IsoDate | null;
  /** Catalogue codes of what a reader should know of these figures. */
  readonly notes: readonly InvoiceNote[];
  /** The same where it takes values to say it. */
  readonly remarks?: readonly Reason[];
  /** Of a purchase order: the vendor's numbers of its bills. */
  readonly bills?: readonly string[];
  /** Part of what was billed is not in these books, so nobody can say that nothing remains. */
  readonly incomplete?: boolean;
}

/** What makes a figure less than certain. Shown with the invoice; never a silent assumption. */
export type InvoiceNote =
  | 'mayIncludeCredits'
  | 'convertedAtInvoiceRate'
  | 'unclassifiedSettlement'
  | 'dateIsUpperBound'
  | 'dateFirstSeen'
  | 'splitInvoice'
  | 'notInLedger'
  | 'onlyInLedger';
