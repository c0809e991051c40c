import type { z } from 'zod/mini';
import { parseIsoDate } from '@/utils/payments/iso-date';
import type { PaymentRecord } from '@/utils/payments/manage-invoice';
import { parseMoney } from '@/utils/payments/parse-money';
import type { paymentSchema } from './schemas';
import { withinRange } from './within-range';

type PaymentRow = z.infer<typeof paymentSchema>;

/**
 * Reads a payment record off a row of the API. Dates are read as their first ten characters: Manage sends
 * midnight UTC for a calendar day.
 * @throws Problem `wrongShape` when the amount is too large to be exact
 */
export function toPaymentRecord(row: PaymentRow, currency: string): PaymentRecord {
  return withinRange('Manage payment', () => ({
    id: row.id,
    amount: parseMoney(row.amount, currency),
    date: parseIsoDate((row.paymentDate ?? '').slice(0, 10)),
    appliedBy: row.appliedBy ?? '',
  }));
}

/** Applied credit memos are rows among the payments, told by naming the memo. */
export function isAppliedCredit({ credit }: PaymentRow): boolean {
  return (credit?.id ?? 0) !== 0 || (credit?.identifier ?? '') !== '';
}
