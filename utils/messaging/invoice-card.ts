import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { BooksView } from '@/utils/payments/books-view';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { ManageFigures } from '@/utils/payments/manage-figures';
import type { PaymentRecord } from '@/utils/payments/manage-invoice';
import type { Money } from '@/utils/payments/money';
import type { Outcome } from '@/utils/payments/outcome';
import type { Reason } from '@/utils/payments/reason';
import type { LastWrite } from '@/utils/storage/known-invoices';

/** An invoice or purchase order as Manage holds it now. */
export interface InvoiceInManage extends ManageFigures {
  /** Its record there. */
  readonly id: number;
  readonly total: Money;
  /** Credit memos applied to it in Manage. */
  readonly credits: Money;
  /** Only when it is paid in full; null where Manage has none. */
  readonly datePaid: IsoDate | null;
  /** Its payments in Manage, oldest first. */
  readonly payments: readonly Pick<PaymentRecord, 'amount' | 'date' | 'appliedBy'>[];
  /** Of a purchase order: its vendor there, and the bills it lists. */
  readonly order?: { readonly vendor: string; readonly bills: readonly string[] };
}

/** What this browser knows of an invoice from one connection. Moments are epoch ms. */
export interface InvoiceInBooks {
  /** Of the line that it was learnt by. */
  readonly connectionId: string;
  /** What people call the connection. */
  readonly name: string;
  /** What the books said, and when; null while only a write is known. */
  readonly books: { readonly said: BooksView; readonly at: number } | null;
  /** What this browser wrote to Manage last. */
  readonly written: LastWrite | null;
  /** Where it can be opened in the books; null where that is not known. */
  readonly address: string | null;
}

/** Everything that is told of one invoice. */
export interface InvoiceCard {
  readonly number: string;
  /** Whether it is a customer's invoice, or a purchase order with the vendor's bills. */
  readonly ledger: Ledger;
  /** Null where Manage holds no such invoice, or does not tell. */
  readonly manage: InvoiceInManage | null;
  /** Where it can be opened in Manage; null where that is not known. */
  readonly address: string | null;
  /** Why Manage does not tell. */
  readonly problem: Reason | null;
  /** From every connection whose books are known to have it. */
  readonly known: readonly InvoiceInBooks[];
}

/** What the books say of an invoice at this moment, compared with Manage. */
export interface InvoiceCheck {
  /** With what was just learnt. */
  readonly card: InvoiceCard;
  /** The line whose books have the invoice; null where none has. */
  readonly connectionId: string | null;
  /**
   * What a sync of this invoice would come to, as in a preview: `updated` is what it would write. Null where there
   * is nothing to compare.
   */
  readonly outcome: Outcome | null;
}
