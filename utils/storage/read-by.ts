import type { Line } from './lines';
import type { ManageSettings } from './settings';

/**
 * By what a run read the books and wrote to Manage, each as one text to be compared: where one has changed since, what
 * was left alone before may have to be written now.
 */
export interface ReadBy {
  /** How invoices match. */
  readonly matching: string;
  /** What counts as paid. */
  readonly paid: string;
  /** How it is written. */
  readonly writing: string;
}

export function readBy({ ledger, connection }: Line, { writeBack, purchaseOrders }: ManageSettings): ReadBy {
  const { matching, paid, bills } = connection;
  const { strategy, paidAmountCaption, datePaidCaption } = writeBack;
  const counted = JSON.stringify(Object.entries(paid).sort());
  if (ledger === 'payable') {
    return {
      matching: JSON.stringify([Object.entries(bills.matching).sort(), bills.vendors]),
      paid: counted,
      writing: JSON.stringify([purchaseOrders.paidAmountCaption, purchaseOrders.datePaidCaption]),
    };
  }
  return {
    matching: JSON.stringify(Object.entries(matching).sort()),
    paid: counted,
    writing: JSON.stringify(
      strategy === 'custom-fields' ? [strategy, paidAmountCaption, datePaidCaption] : [strategy],
    ),
  };
}
