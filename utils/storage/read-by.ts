import type { Connection, ManageSettings } from './settings';

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

export function readBy({ matching, paid }: Connection, { writeBack }: ManageSettings): ReadBy {
  const { strategy, paidAmountCaption, datePaidCaption } = writeBack;
  return {
    matching: JSON.stringify(Object.entries(matching).sort()),
    paid: JSON.stringify(Object.entries(paid).sort()),
    writing: JSON.stringify(
      strategy === 'custom-fields' ? [strategy, paidAmountCaption, datePaidCaption] : [strategy],
    ),
  };
}
