import type { BadgeFacts } from '@/utils/messaging/protocol';
import { sameMoney } from '@/utils/payments/money';

/** Whether two answers make the same badge. */
export function sameFacts(a: BadgeFacts, b: BadgeFacts): boolean {
  return (
    a.invoiceId === b.invoiceId &&
    a.state === b.state &&
    (a.datePaid ?? null) === (b.datePaid ?? null) &&
    sameMoney(a.paidAmount, b.paidAmount)
  );
}
