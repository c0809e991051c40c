import type { AccountingInvoice } from './accounting-invoice';
import type { Decision } from './decision';
import type { ManageInvoice, PaymentRecord } from './manage-invoice';
import type { PaymentStatus } from './payment-status';
import { planPaymentRecord } from './plan-payment-record';
import { reason } from './reason';

export interface DecisionInput {
  readonly books: AccountingInvoice;
  readonly status: PaymentStatus;
  readonly manage: ManageInvoice;
  readonly records: readonly PaymentRecord[];
  readonly ownRecordIds: ReadonlySet<number>;
}

/** Compares what the books say with what Manage shows and decides what, if anything, to write. */
export function decide(input: DecisionInput): Decision {
  const { books, status, manage } = input;
  if (manage.type === 'CreditMemo' || status.state === 'nothing-to-pay') return { do: 'nothing', notes: [] };
  if (manage.currency !== books.currency) {
    return { do: 'skip', reason: reason('currencyDiffers', { manage: manage.currency, books: books.currency }) };
  }
  return planPaymentRecord(input);
}
