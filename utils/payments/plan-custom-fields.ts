import type { ShownPayment } from './change';
import type { Decision } from './decision';
import type { ManageInvoice } from './manage-invoice';
import type { PaymentStatus } from './payment-status';
import { reason } from './reason';
import { showsSame } from './shows-same';

export interface CustomFieldsInput {
  readonly status: PaymentStatus;
  readonly manage: ManageInvoice;
  /** What the two fields hold now. */
  readonly shown: ShownPayment;
}

/**
 * Decides what the Paid Amount and Date Paid custom fields of one invoice must hold: the amount once something was
 * paid, else nothing; the date only when the invoice is paid in full. They are the books' own figures, neither
 * capped at Manage's open amount nor rounded to it, since Manage reckons nothing from them.
 *
 * The firm made the two fields for the product, so whatever they hold is the product's to change: there is no
 * question of ownership, and what somebody typed into them is put right.
 */
export function planCustomFields({ status, manage, shown }: CustomFieldsInput): Decision {
  const { paidAmount, datePaid, state } = status;
  const from: ShownPayment = { amount: shown.amount, date: shown.date };
  const to: ShownPayment =
    paidAmount.minor > 0 ? { amount: paidAmount, date: datePaid } : { amount: null, date: null };
  const notes = state === 'paid' && datePaid === null ? [reason('datePaidUnknown')] : [];
  if (showsSame(from, to)) return { do: 'nothing', notes };
  const change = {
    strategy: 'custom-fields',
    invoiceId: manage.id,
    invoiceNumber: manage.number,
    from,
    to,
  } as const;
  return { do: 'write', change, notes };
}
