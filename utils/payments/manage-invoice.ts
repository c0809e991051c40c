import type { IsoDate } from './iso-date';
import type { Money } from './money';

/** An invoice as Manage holds it now. Amounts are in its own currency there. */
export interface ManageInvoice {
  readonly id: number;
  readonly number: string;
  /** Agreement, CreditMemo, DownPayment, Miscellaneous, Progress, Standard; others may come. */
  readonly type: string;
  readonly companyName: string;
  readonly currency: string;
  readonly total: Money;
  /** The sum of its payment records, credit memos not included; null where Manage did not say. */
  readonly payments: Money | null;
  /** Credit memos applied in Manage. */
  readonly credits: Money;
  readonly balance: Money | null;
  /** Manage's own time stamp, as text; tells whether a cached reading is still good. */
  readonly lastUpdated: string;
  readonly customFields: readonly CustomField[];
}

/** A custom field on a record, kept as Manage sent it, so that the whole array can be sent back. */
export interface CustomField {
  readonly id: number;
  readonly caption: string;
  readonly type: string;
  readonly value: unknown;
  /** The item exactly as received. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** A payment row of a Manage invoice that is not an applied credit memo. */
export interface PaymentRecord {
  readonly id: number;
  readonly amount: Money;
  readonly date: IsoDate | null;
  readonly appliedBy: string;
}
