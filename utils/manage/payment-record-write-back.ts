import type { Change, Shown } from '@/utils/payments/change';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { sameMoney } from '@/utils/payments/money';
import { Problem } from '@/utils/payments/problem';
import type { ManageApi } from './api';
import { readEach } from './read-each';
import { isBadRequest } from './refusal';
import type { WriteBack } from './write-back';

type PaymentsApi = Pick<
  ManageApi,
  'payments' | 'invoiceReport' | 'createPayment' | 'updatePayment' | 'deletePayment'
>;

/**
 * Carries payment status to Manage as the invoice's one payment record, which drives its own Paid Amount. A write
 * that finds the records other than they were read is refused with `changedMeanwhile`, to be decided anew.
 */
export function createPaymentRecordWriteBack(api: PaymentsApi): WriteBack {
  let isReported = true;
  return {
    strategy: 'payment-record',

    /**
     * By Manage's report of invoices, where it agrees with the invoice itself: what it counts as paid is not
     * documented, nor whether every Manage has it. A run does without one that fails.
     */
    async glance(invoices, signal) {
      const paid = invoices.filter(({ payments }) => payments !== null && payments.minor !== 0);
      if (!isReported || paid.length < 2) return new Map();
      const report = await api.invoiceReport(paid, signal).catch(() => null);
      isReported = report !== null;
      return new Map(
        paid.flatMap(({ id, payments }): [number, Shown][] => {
          const told = report?.get(id);
          if (told === undefined || !sameMoney(told.paidAmount, payments)) return [];
          return [[id, showOne({ id: 0, amount: told.paidAmount, date: told.datePaid, appliedBy: '' })]];
        }),
      );
    },

    /** Payment records are only asked for where one may exist: the invoice says how much its payments sum to. */
    read: (invoices, signal) =>
      readEach(invoices, async (invoice) =>
        show(invoice.payments?.minor === 0 ? [] : await api.payments(invoice, signal)),
      ),

    async write(change: Change, invoice: ManageInvoice, signal: AbortSignal) {
      if (change.strategy !== 'payment-record') throw new Problem('unexpected');
      if (change.action === 'delete') {
        await api.deletePayment(invoice, change.recordId, signal).catch(goneMeanwhile);
        return show([]);
      }
      const { amount, date } = change.to;
      if (amount === null || date === null) throw new Problem('unexpected');
      return change.action === 'create'
        ? api.createPayment(invoice, amount, date, signal).then(showOne, madeMeanwhile)
        : api.updatePayment(invoice, change.recordId, amount, date, signal).then(showOne, goneMeanwhile);

      /** Which refusal a second record meets is not documented, so a plain "bad request" is looked into. */
      async function madeMeanwhile(error: unknown): Promise<never> {
        const conflict = isProblem(error, 'manageConflict');
        if (conflict || (isBadRequest(error) && (await api.payments(invoice, signal)).length > 0)) {
          throw new Problem('changedMeanwhile', {}, { cause: error });
        }
        throw error;
      }
    },
  };
}

function show(records: readonly PaymentRecord[]): Shown {
  return { strategy: 'payment-record', records };
}

function showOne(record: PaymentRecord): Shown {
  return show([record]);
}

function goneMeanwhile(error: unknown): never {
  if (isProblem(error, 'manageNotFound')) throw new Problem('changedMeanwhile', {}, { cause: error });
  throw error;
}

function isProblem(error: unknown, code: Problem['reason']['code']): boolean {
  return error instanceof Problem && error.reason.code === code;
}
