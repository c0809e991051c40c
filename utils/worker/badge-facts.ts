import type { BadgeFacts } from '@/utils/messaging/protocol';
import type { ManageApi } from '@/utils/manage/api';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { money } from '@/utils/payments/money';

/** Reads what Manage holds now of the payments of the given invoices. */
export async function badgeFacts(
  api: ManageApi,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<Record<string, BadgeFacts>> {
  const invoices = await api.invoicesByNumber(numbers, signal);
  const facts: Record<string, BadgeFacts> = {};
  for (const invoice of invoices) {
    if (!numbers.includes(invoice.number)) continue;
    const state = stateOf(invoice);
    const records = state === 'paid' ? await api.payments(invoice, signal) : [];
    facts[invoice.number] = {
      state,
      paidAmount: invoice.payments ?? money(0, invoice.currency),
      datePaid: records.at(-1)?.date ?? null,
    };
  }
  return facts;
}

function stateOf({ type, total, payments, balance }: ManageInvoice): BadgeFacts['state'] {
  if (type === 'CreditMemo') return 'credit-memo';
  if (total.minor === 0) return 'nothing-to-pay';
  const paid = (payments?.minor ?? 0) > 0;
  if (balance !== null && balance.minor <= 0) return paid ? 'paid' : 'credited';
  return paid ? 'partly-paid' : 'unpaid';
}
