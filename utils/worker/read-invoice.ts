import type { InvoiceInManage } from '@/utils/messaging/invoice-card';
import { manageFigures, manageFiguresByFields } from '@/utils/payments/manage-figures';
import { matchInManage } from '@/utils/payments/match';
import { Problem } from '@/utils/payments/problem';
import type { ManageSession } from '@/utils/services/manage-session';

/**
 * Reads one invoice of Manage with its payments; null when Manage holds none of this number.
 * @throws Problem when Manage does not tell, or holds several of this number
 */
export async function readInvoice(
  { api, writeBack }: ManageSession,
  number: string,
  signal: AbortSignal,
): Promise<InvoiceInManage | null> {
  const { invoices, unaskable, unreadable } = await api.findInvoices([number], signal);
  if (unaskable.length > 0) throw new Problem('numberNotAskable', { number });
  const match = matchInManage(number, invoices);
  if (match.is === 'not-found') {
    const [row] = unreadable;
    if (row !== undefined) throw new Problem(row.reason.code, row.reason.params);
    return null;
  }
  if (match.is === 'ambiguous') throw new Problem(match.reason.code, match.reason.params);
  const { invoice } = match;
  const { id, total, credits } = invoice;
  const records = invoice.payments?.minor === 0 ? [] : await api.payments(invoice, signal);
  const payments = records
    .map(({ amount, date, appliedBy }) => ({ amount, date, appliedBy }))
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  if (writeBack.strategy === 'custom-fields') {
    const fields = (await writeBack.read([invoice], signal)).get(invoice.id);
    if (fields instanceof Problem) throw fields;
    if (fields?.strategy === 'custom-fields')
      return {
        id,
        ...manageFiguresByFields(invoice, fields),
        total,
        credits,
        datePaid: fields.date,
        payments,
      };
  }
  const figures = manageFigures(invoice);
  const datePaid = figures.state === 'paid' ? (payments.at(-1)?.date ?? null) : null;
  return { id, ...figures, total, credits, datePaid, payments };
}
