import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';

/**
 * Everything of an invoice that a decision depends on, as one text. A run that goes on after it was cut off passes
 * over an invoice it has dealt with only if this is still the same.
 */
export function fingerprintOf(invoice: AccountingInvoice): string {
  const { id, kind, state, currency, total, remaining, closedOn, settlements, notes } = invoice;
  const { remarks, bills, incomplete } = invoice;
  const settled = settlements.map(({ kind: how, date, amount }) => [how, date, amount.minor]);
  return JSON.stringify([
    id,
    kind,
    state,
    currency,
    total.minor,
    remaining?.minor ?? null,
    closedOn,
    settled,
    notes,
    ...(remarks === undefined ? [] : [remarks, bills, incomplete]),
  ]);
}
