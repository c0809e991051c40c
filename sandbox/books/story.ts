import type { Ticks } from './ticks';

/**
 * What happened at the firm, in its own terms. The books of PowerOffice Go, the invoices of Manage and the
 * oracle's expectation are each made from this, and from nothing of one another.
 */
export interface Story {
  /** Epoch ms of the moment the story is told at. */
  readonly now: number;
  readonly customers: readonly Customer[];
  /** In the order they were entered. More are appended as the day goes on; none is ever changed. */
  readonly events: BooksEvent[];
  /** What Manage holds before the first sync. */
  readonly inManage: readonly InManage[];
  readonly vendors: readonly Vendor[];
  /**
   * What happened on the vendors' accounts, told as they see it: the vendor issued the invoice and received the
   * payment. `customerNo` is the vendor's number here, and `invoiceNo` the one that the bill was filed under.
   */
  readonly bills: BooksEvent[];
  /** Companies in Manage that the firm orders from. */
  readonly suppliers: readonly Supplier[];
  /** What Manage holds of orders before the first sync. */
  readonly orders: readonly PurchaseOrder[];
}

export interface Customer {
  readonly no: number;
  readonly name: string;
  /** Manage's short name of the company. */
  readonly identifier: string;
}

/** A vendor as the books know it. */
export interface Vendor {
  readonly no: number;
  readonly name: string;
  /** The company in Manage that can be recognised as this vendor, by its short name; null where none can. */
  readonly identifier: string | null;
  /** Only because the user said so, neither by number nor by name. */
  readonly byAlias?: true;
}

/** A vendor as Manage knows it. */
export interface Supplier {
  /** Manage's short name of the company. */
  readonly identifier: string;
  readonly name: string;
}

/** Names a posting within the story. An invoice's is its number, or the number and a letter where it was reused. */
export type Key = string;

/** `yyyy-MM-dd` */
export type Day = string;

/** An amount in minor units of its currency. Rates are NOK per unit, times 10,000, so that all is whole. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
  readonly rate: number;
}

/** Part of an invoice or fee that was closed, in minor units of the invoice's own currency. */
export interface Part {
  readonly of: Key;
  readonly minor: number;
}

interface Entered {
  /** When it was entered in the books, which may be long after the day it is posted on. */
  readonly bookedAt: Ticks;
}

interface Posted extends Entered {
  readonly key: Key;
  /** The day it counts from in the books. */
  readonly postedOn: Day;
}

interface InvoiceIssued extends Posted {
  readonly what: 'invoice-issued';
  readonly invoiceNo: number;
  /** What the vendor printed on the bill; other vendors may use the same. Always there on a vendor's account. */
  readonly theirNumber?: string;
  readonly customerNo: number;
  readonly amount: Amount;
  readonly dueOn: Day;
}

/** A reminder fee: charged to the customer beside the invoice, never part of it. */
interface FeeCharged extends Posted {
  readonly what: 'fee-charged';
  readonly customerNo: number;
  readonly amount: Amount;
}

/** Vouchers by which money comes in, or goes out to a vendor. `Unknown` is what the API calls a type that is newer than itself. */
export type PaymentVoucher =
  | 'BankJournal'
  | 'IncomingOcrGiro'
  | 'IncomingPayments'
  | 'OutgoingPayments'
  | 'CashJournal'
  | 'ManualJournal'
  | 'Unknown';

interface PaymentReceived extends Posted {
  readonly what: 'payment-received';
  readonly voucher: PaymentVoucher;
  readonly customerNo: number;
  readonly amount: Amount;
  /** What it was matched with when it was entered. May be less than the amount: the rest stays on account. */
  readonly closes: readonly Part[];
}

interface CreditNoteIssued extends Posted {
  readonly what: 'credit-note-issued';
  /** Credit notes take numbers of the same series as invoices. */
  readonly invoiceNo: number;
  readonly theirNumber?: string;
  readonly customerNo: number;
  readonly amount: Amount;
  readonly closes: readonly Part[];
}

interface WrittenOff extends Posted {
  readonly what: 'written-off';
  readonly customerNo: number;
  readonly amount: Amount;
  readonly closes: readonly Part[];
  /**
   * The payment that was accepted although it fell short by this. Systems that know payment tolerance show it as part
   * of that payment.
   */
  readonly toleratedIn?: Key;
}

/** The invoice is nullified by a voucher of its own; its number may be used again. */
interface InvoiceReversed extends Posted {
  readonly what: 'invoice-reversed';
  readonly invoice: Key;
}

/** The payment bounced: it is taken off what it was matched with and nullified. */
interface PaymentReversed extends Posted {
  readonly what: 'payment-reversed';
  readonly payment: Key;
}

/** A posting that lay on account is matched later. */
interface Matched extends Entered {
  readonly what: 'matched';
  readonly settling: Key;
  readonly closes: readonly Part[];
  /** The day it counts from, where somebody chose another than the later posting day of the two. */
  readonly chosenOn?: Day;
  /** The invoice was posted onto the payment, instead of the payment being matched with the invoice. */
  readonly from?: 'invoice';
}

/** Everything a posting was matched with is taken apart again. */
interface Unmatched extends Entered {
  readonly what: 'unmatched';
  readonly settling: Key;
}

/** What puts a posting on a customer's or vendor's account. */
export type PostedEvent =
  | InvoiceIssued
  | FeeCharged
  | PaymentReceived
  | CreditNoteIssued
  | WrittenOff
  | InvoiceReversed
  | PaymentReversed;

export type BooksEvent = PostedEvent | Matched | Unmatched;

/** An invoice as Manage holds it before the first sync. Amounts are minor units of `currency`. */
export interface InManage {
  readonly number: string;
  readonly type: 'Agreement' | 'CreditMemo' | 'Standard';
  readonly customerNo: number;
  readonly currency: string;
  readonly total: number;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly closed: boolean;
  readonly reference: string;
  /** The payment somebody entered by hand, if any. */
  readonly record: { readonly minor: number; readonly paidOn: Day } | null;
  /** Credit memos applied in Manage, by the memo's number. */
  readonly memos: readonly { readonly number: string; readonly minor: number; readonly appliedOn: Day }[];
  readonly fields: {
    readonly paidAmount: number | null;
    readonly datePaid: Day | null;
    readonly note: string | null;
  };
}

/** A purchase order as Manage holds it before the first sync. Amounts are minor units of `currency`. */
export interface PurchaseOrder {
  readonly poNumber: string;
  /** Whom it was ordered from, by Manage's short name of the company. */
  readonly supplier: string;
  /** The vendor's numbers of the bills that came for it. */
  readonly bills: readonly string[];
  /** How somebody typed them into the one field there is for them, of fifty characters. */
  readonly vendorInvoiceNumber: string;
  readonly currency: string;
  readonly total: number;
  readonly orderedOn: Day;
  readonly closed: boolean;
  readonly fields: InManage['fields'];
}
