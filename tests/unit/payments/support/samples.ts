import type { AccountingInvoice, Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { subtract, sum, type Money } from '@/utils/payments/money';
import { parseMoney } from '@/utils/payments/parse-money';

/** Kroner, as a test writes them. */
export const nok = (decimalText: string): Money => parseMoney(decimalText, 'NOK');

export function settlement(kind: SettlementKind, amount: string, date: string | null): Settlement {
  return { kind, amount: nok(amount), date: date === null ? null : isoDate(date), reference: 'voucher 1' };
}

/**
 * A posted invoice 12345 of 1250.00 whose figures agree: what remains follows from the settlements, and it was
 * closed on the day of the last of them. Anything can be said otherwise.
 */
export function books(
  settlements: readonly Settlement[] = [],
  other: Partial<AccountingInvoice> = {},
): AccountingInvoice {
  const total = other.total ?? nok('1250');
  const settled = sum(
    settlements.map(({ amount }) => amount),
    total.currency,
  );
  const remaining = subtract(total, settled);
  const dates = settlements.flatMap(({ date }) => date ?? []).sort();
  return {
    id: 'b1',
    number: '12345',
    kind: 'invoice',
    ledger: 'receivable',
    state: 'posted',
    customerNumber: '10018',
    currency: total.currency,
    total,
    settlements,
    remaining,
    closedOn: remaining.minor === 0 ? (dates.at(-1) ?? null) : null,
    notes: [],
    ...other,
  };
}

/** Manage's invoice 12345 of 1250.00, nothing paid and nothing credited. */
export function manageInvoice(other: Partial<ManageInvoice> = {}): ManageInvoice {
  return {
    id: 7,
    number: '12345',
    type: 'Standard',
    companyName: 'Nordlys AS',
    currency: 'NOK',
    total: nok('1250'),
    payments: nok('0'),
    credits: nok('0'),
    balance: null,
    lastUpdated: '2026-03-01T10:00:00Z',
    customFields: [],
    ...other,
  };
}

export function record(
  amount: string,
  date: string | null,
  other: Partial<PaymentRecord> = {},
): PaymentRecord {
  return {
    id: 501,
    amount: nok(amount),
    date: date === null ? null : isoDate(date),
    appliedBy: 'kari',
    ...other,
  };
}
