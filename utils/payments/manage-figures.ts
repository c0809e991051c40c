import type { ShownPayment } from './change';
import type { ManageInvoice } from './manage-invoice';
import {
  managePaymentState,
  managePaymentStateByFields,
  type ManagePaymentState,
} from './manage-payment-state';
import { money, subtract, type Money } from './money';

/** How an invoice stands in Manage, in figures of its own currency. */
export interface ManageFigures {
  readonly state: ManagePaymentState;
  /** Its total less the credits applied to it in Manage; negative for a credit memo. */
  readonly owed: Money;
  readonly paidAmount: Money;
  /** What is still to be paid; negative where more was paid than owed. */
  readonly remaining: Money;
}

/** By Manage's own reckoning, as {@link managePaymentState} has it. */
export function manageFigures(invoice: ManageInvoice): ManageFigures {
  const owed = subtract(invoice.total, invoice.credits);
  const paidAmount = invoice.payments ?? money(0, invoice.currency);
  const remaining = invoice.balance ?? subtract(owed, paidAmount);
  return { state: managePaymentState(invoice), owed, paidAmount, remaining };
}

/** By the custom fields for Paid Amount and Date Paid, as {@link managePaymentStateByFields} has it. */
export function manageFiguresByFields(invoice: ManageInvoice, fields: ShownPayment): ManageFigures {
  const state = managePaymentStateByFields(invoice, fields);
  const owed = subtract(invoice.total, invoice.credits);
  const paidAmount = fields.amount ?? money(0, invoice.currency);
  // The date says that it is closed, whatever Manage still thinks open.
  const remaining = state === 'paid' ? money(0, invoice.currency) : subtract(owed, paidAmount);
  return { state, owed, paidAmount, remaining };
}
