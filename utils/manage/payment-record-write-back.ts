import type { Change } from '@/utils/payments/change';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { Problem } from '@/utils/payments/problem';
import type { ManageApi } from './api';

/** Carries payment status to Manage as the invoice's one payment record, which drives its own Paid Amount. */
export function createPaymentRecordWriteBack(api: ManageApi) {
  return {
    /** Payment records are only asked for where one may exist: the invoice says how much its payments sum to. */
    async read(invoice: ManageInvoice, signal: AbortSignal): Promise<readonly PaymentRecord[]> {
      return invoice.payments?.minor === 0 ? [] : api.payments(invoice, signal);
    },

    /** Carries a change out. Answers what Manage holds afterwards; null when the record is gone. */
    async write(change: Change, currency: string, signal: AbortSignal): Promise<PaymentRecord | null> {
      if (change.strategy !== 'payment-record') throw new Problem('unexpected');
      const { invoiceId, to } = change;
      if (change.action === 'delete') {
        await api.deletePayment(invoiceId, change.recordId, signal);
        return null;
      }
      if (to.amount === null || to.date === null) throw new Problem('unexpected');
      return change.action === 'create'
        ? api.createPayment(invoiceId, to.amount, to.date, currency, signal)
        : api.updatePayment(invoiceId, change.recordId, to.amount, to.date, currency, signal);
    },
  };
}

export type WriteBack = ReturnType<typeof createPaymentRecordWriteBack>;
