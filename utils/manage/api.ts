import { z } from 'zod';
import type { HttpAnswer, HttpClient, HttpRequest } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import type { IsoDate } from '@/utils/payments/iso-date';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import { toDecimalText, type Money } from '@/utils/payments/money';
import { isOneOf } from './conditions';
import { credentialHeaders, type ManageCredentials } from './credentials';
import { looksLikeHtml, refusal } from './refusal';
import { invoiceSchema, paymentSchema } from './schemas';
import { toManageInvoice, toPaymentRecord } from './to-manage-invoice';

const INVOICE_FIELDS =
  'id,invoiceNumber,type,company/name,currency/currencyCode,total,payments,credits,balance,_info/lastUpdated';

export interface ManageApiOptions {
  readonly http: HttpClient;
  /** From {@link apiBase}. */
  readonly base: string;
  readonly credentials: ManageCredentials;
}

/** The Manage REST API, one method per endpoint the product uses. Source: ConnectWise OpenAPI 2025.8. */
export function createManageApi({ http, base, credentials }: ManageApiOptions) {
  const { host } = new URL(base);

  async function send(
    method: NonNullable<HttpRequest['method']>,
    path: string,
    signal: AbortSignal,
    body?: unknown,
  ): Promise<HttpAnswer> {
    const answer = await http.send(
      {
        method,
        url: `${base}${path}`,
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...credentialHeaders(credentials),
        },
        credentials: credentials.signIn === 'session' ? 'include' : 'omit',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      signal,
    );
    if (answer.status >= 300 || looksLikeHtml(answer.text, answer.headers)) throw refusal(answer, host);
    return answer;
  }

  const read = <T>(schema: z.ZodType<T>, answer: HttpAnswer, what: string): T =>
    readShape(schema, parseJson(answer.text, host), what);

  return {
    /** The invoices that carry one of the numbers, compared without regard to case. At most one batch's worth. */
    async invoicesByNumber(numbers: readonly string[], signal: AbortSignal): Promise<ManageInvoice[]> {
      const query = new URLSearchParams({
        conditions: isOneOf('invoiceNumber', numbers),
        fields: INVOICE_FIELDS,
        pageSize: '1000',
      });
      const answer = await send('GET', `/finance/invoices?${query}`, signal);
      return read(z.array(invoiceSchema), answer, 'Manage invoices').map(toManageInvoice);
    },

    /** The payment records of an invoice; applied credit memos, which are rows here too, are left out. */
    async payments(invoice: ManageInvoice, signal: AbortSignal): Promise<PaymentRecord[]> {
      const answer = await send('GET', `/finance/invoices/${invoice.id}/payments?pageSize=1000`, signal);
      return read(z.array(paymentSchema), answer, 'Manage payments')
        .filter(({ credit }) => credit == null)
        .map((row) => toPaymentRecord(row, invoice.currency));
    },

    /** Manage would put in today's date if none were given, so it is always given. */
    async createPayment(invoiceId: number, amount: Money, date: IsoDate, currency: string, signal: AbortSignal) {
      const body = { amount: Number(toDecimalText(amount)), paymentDate: `${date}T00:00:00Z` };
      const answer = await send('POST', `/finance/invoices/${invoiceId}/payments`, signal, body);
      return toPaymentRecord(read(paymentSchema, answer, 'Manage payment'), currency);
    },

    async updatePayment(
      invoiceId: number,
      paymentId: number,
      amount: Money,
      date: IsoDate,
      currency: string,
      signal: AbortSignal,
    ) {
      const body = [
        { op: 'replace', path: 'amount', value: Number(toDecimalText(amount)) },
        { op: 'replace', path: 'paymentDate', value: `${date}T00:00:00Z` },
      ];
      const answer = await send('PATCH', `/finance/invoices/${invoiceId}/payments/${paymentId}`, signal, body);
      return toPaymentRecord(read(paymentSchema, answer, 'Manage payment'), currency);
    },

    async deletePayment(invoiceId: number, paymentId: number, signal: AbortSignal): Promise<void> {
      await send('DELETE', `/finance/invoices/${invoiceId}/payments/${paymentId}`, signal);
    },
  };
}

export type ManageApi = ReturnType<typeof createManageApi>;
