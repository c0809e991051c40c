import type { Day, Key } from '../story';
import type { Ticks } from '../ticks';

/** What a customer entry is of; blank on a journal line that was given no type. */
export type DocumentType = '' | 'Payment' | 'Invoice' | 'Credit Memo' | 'Reminder';

export type DetailType =
  | 'Initial Entry'
  | 'Application'
  | 'Realized Gain'
  | 'Realized Loss'
  | 'Payment Tolerance'
  | 'Correction of Remaining Amount';

/** A customer ledger entry as Microsoft's ledgers keep it: what a customer owes is positive. */
export interface CustomerEntry {
  readonly no: number;
  readonly key: Key;
  readonly documentType: DocumentType;
  readonly documentNo: string;
  readonly customerNo: number;
  readonly postedOn: Day;
  readonly dueOn: Day | null;
  readonly currency: string;
  /** NOK per unit, times 10,000. */
  readonly rate: number;
  /** Whole minor units of `currency`, and whole øre. */
  readonly original: { readonly minor: number; readonly nok: number };
  remaining: { minor: number; nok: number };
  /** What the entry shows as its amount: everything on it but applications. */
  amount: { minor: number; nok: number };
  open: boolean;
  closedOn: Day | null;
  reversed: boolean;
  reversedByNo: number;
  reversedNo: number;
}

/** A row is only ever added; un-applying adds mirrors and marks both. Its number tells the order of commits. */
export interface DetailedEntry {
  readonly no: number;
  readonly of: CustomerEntry;
  readonly type: DetailType;
  /** Of the document that was posted when the row was made: on an Application row that of the applying entry. */
  readonly documentType: DocumentType;
  readonly documentNo: string;
  readonly postedOn: Day;
  readonly minor: number;
  readonly nok: number;
  /** Zero where the application came with the posting itself. */
  readonly applicationNo: number;
  /** On both rows of an application the applying entry. */
  readonly appliedNo: number;
  readonly bookedAt: Ticks;
  unapplied: boolean;
  unappliedByNo: number;
}

/** A posted sales document. What was booked through a journal alone has none. */
export interface SalesDocument {
  readonly kind: 'invoice' | 'credit-memo';
  readonly number: string;
  readonly entry: CustomerEntry;
  /** Of a credit memo: the invoice it was posted against. */
  readonly appliesTo: string | null;
  readonly corrective: boolean;
  cancelled: boolean;
  status: 'Open' | 'Paid' | 'Canceled' | 'Corrective';
  /** When it was posted or its status changed last: nothing else moves it. */
  modifiedAt: Ticks;
}

/** The ledger of a company, in the order in which it was booked. */
export interface EntryBooks {
  readonly entries: readonly CustomerEntry[];
  readonly details: readonly DetailedEntry[];
  readonly documents: readonly SalesDocument[];
}
