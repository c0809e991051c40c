import { ExactNumber } from '@/utils/http/exact-number';
import { z } from 'zod/mini';
import { parseJson, readShape } from '@/utils/http/json';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { toDecimalText, type Money } from '@/utils/payments/money';
import { answerOfWrite } from '../answer-of-write';
import type { ManageConnection } from '../connection';
import { numberedPages } from '../paging';
import { paymentSchema } from '../schemas';
import { isAppliedCredit, toPaymentRecord } from '../to-payment-record';

/** The invoice a payment belongs to: its id and the currency its amounts are in. */
type PaidInvoice = Pick<ManageInvoice, 'id' | 'currency'>;

/** `/finance/invoices/{id}/payments`. Manage keeps one payment record per invoice besides applied credit memos. */
export function paymentEndpoints(connection: ManageConnection) {
  /** Values of `type` are not documented: the firm's own is copied once one has been seen, else left to Manage. */
  let usualType: string | undefined;

  const path = (invoice: PaidInvoice, paymentId?: number): string =>
    `/finance/invoices/${invoice.id}/payments${paymentId === undefined ? '' : `/${paymentId}`}`;

  const written = (text: string, { currency }: PaidInvoice): PaymentRecord =>
    answerOfWrite(() =>
      toPaymentRecord(readShape(paymentSchema, parseJson(text, connection.host), 'Manage payment'), currency),
    );

  return {
    /** The payment records of an invoice; applied credit memos, which are rows here too, are left out. @throws Problem */
    async payments(invoice: PaidInvoice, signal: AbortSignal): Promise<PaymentRecord[]> {
      const records: PaymentRecord[] = [];
      const pages = numberedPages((query, headers) =>
        connection.send({ path: path(invoice), query, headers }, signal),
      );
      for await (const page of pages) {
        const rows = readShape(z.array(paymentSchema), page, 'Manage payments');
        for (const row of rows.filter((each) => !isAppliedCredit(each))) {
          if (row.type && row.source !== 'WisePay') usualType ??= row.type;
          records.push(toPaymentRecord(row, invoice.currency));
        }
      }
      return records;
    },

    /**
     * Makes a payment record and answers it as Manage holds it. The date is always given: Manage would put in
     * today's.
     * @param amount more than 0, in the invoice's currency
     * @throws Problem; `retryable` when it may have been carried out
     */
    async createPayment(
      invoice: PaidInvoice,
      amount: Money,
      date: IsoDate,
      signal: AbortSignal,
    ): Promise<PaymentRecord> {
      const body = {
        ...(usualType && { type: usualType }),
        amount: jsonAmount(amount),
        paymentDate: jsonDate(date),
      };
      const { text } = await connection.send({ method: 'POST', path: path(invoice), body }, signal);
      return written(text, invoice);
    },

    /** Changes amount and date of a payment record, nothing else. Otherwise as {@link createPayment}. */
    async updatePayment(
      invoice: PaidInvoice,
      paymentId: number,
      amount: Money,
      date: IsoDate,
      signal: AbortSignal,
    ): Promise<PaymentRecord> {
      const body = [
        { op: 'replace', path: '/amount', value: jsonAmount(amount) },
        { op: 'replace', path: '/paymentDate', value: jsonDate(date) },
      ];
      const { text } = await connection.send(
        { method: 'PATCH', path: path(invoice, paymentId), body },
        signal,
      );
      return written(text, invoice);
    },

    /** @throws Problem `manageNotFound` when it is gone already; `retryable` when it may have been carried out */
    async deletePayment(invoice: PaidInvoice, paymentId: number, signal: AbortSignal): Promise<void> {
      await connection.send({ method: 'DELETE', path: path(invoice, paymentId) }, signal);
    },
  };
}

/** The amount as a JSON number written from its decimals, through no float. @throws RangeError unless above 0 */
function jsonAmount(amount: Money): ExactNumber {
  if (amount.minor <= 0) throw new RangeError(`a payment must exceed 0: ${toDecimalText(amount)}`);
  return new ExactNumber(toDecimalText(amount));
}

/** A calendar day as Manage takes it. */
function jsonDate(date: IsoDate): string {
  return `${date}T00:00:00Z`;
}
