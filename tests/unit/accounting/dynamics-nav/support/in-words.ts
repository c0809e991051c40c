import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { toDecimalText } from '@/utils/payments/money';

/** An invoice in a few words: `payment 400.00 2026-03-01`. */
export function inWords({ state, settlements, remaining, closedOn, notes }: AccountingInvoice) {
  return {
    state,
    settled: settlements.map(
      ({ kind, amount, date }) => `${kind} ${toDecimalText(amount)} ${date ?? 'some day'}`,
    ),
    remaining: remaining === null ? null : toDecimalText(remaining),
    closedOn,
    notes,
  };
}
