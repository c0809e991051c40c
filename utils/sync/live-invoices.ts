import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { liveInvoice } from '@/utils/payments/match';
import type { Outcome } from '@/utils/payments/outcome';

/** The invoice that counts for each number of a page, and what is to be said of numbers that two carry. */
export function liveInvoices(invoices: readonly AccountingInvoice[]): {
  readonly live: readonly AccountingInvoice[];
  readonly duplicates: readonly Outcome[];
} {
  const byNumber = new Map<string, AccountingInvoice[]>();
  for (const invoice of invoices) {
    const sameNumber = byNumber.get(invoice.number);
    if (sameNumber === undefined) byNumber.set(invoice.number, [invoice]);
    else sameNumber.push(invoice);
  }
  const live: AccountingInvoice[] = [];
  const duplicates: Outcome[] = [];
  for (const [invoiceNumber, sameNumber] of byNumber) {
    const found = liveInvoice(sameNumber);
    if (found.is === 'found') live.push(found.invoice);
    if (found.is === 'duplicate')
      duplicates.push({ invoiceNumber, kind: 'skipped', reasons: [found.reason] });
  }
  return { live, duplicates };
}
