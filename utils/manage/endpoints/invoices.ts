import { parseJson, readShape } from '@/utils/http/json';
import type { HttpAnswer } from '@/utils/http/http-client';
import type { CustomField, ManageInvoice } from '@/utils/payments/manage-invoice';
import { Problem, reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import { batches } from '../batches';
import { isOneOf } from '../conditions';
import type { ManageCall, ManageConnection } from '../connection';
import { inParallel } from '../in-parallel';
import { forwardPages } from '../paging';
import { answerOfWrite } from '../answer-of-write';
import { isBadRequest } from '../refusal';
import { invoiceCustomFieldsSchema, invoiceStatusSchema } from '../schemas';
import { toCustomFields, toManageInvoice } from '../to-manage-invoice';
import { z } from 'zod/mini';

const PATH = '/finance/invoices';
const FIELDS =
  'id,invoiceNumber,type,company/name,currency/currencyCode,total,payments,credits,balance,_info/lastUpdated';

/** An address may have 2,000 characters. Source: ConnectWise Developer Guide. A few are left for a proxy. */
const MAX_URL_LENGTH = 1900;
const MAX_NUMBERS = 50;
const MAX_REQUESTS_AT_ONCE = 3;

/** Invoices read, and those whose row does not hold what an invoice must. */
export interface InvoiceRows {
  readonly invoices: readonly ManageInvoice[];
  readonly unreadable: readonly { readonly number?: string; readonly reason: Reason }[];
}

export interface FoundInvoices extends InvoiceRows {
  /** Numbers that Manage's conditions cannot name; they were not asked for. */
  readonly unaskable: readonly string[];
}

export interface InvoiceOptions {
  /** ISO 4217 code for invoices that Manage names no currency of. */
  readonly homeCurrency: string;
  /** Whether the invoices' custom fields are read along. */
  readonly customFields: boolean;
}

/** `/finance/invoices`. There is no search by POST for invoices, so many numbers take several requests. */
export function invoiceEndpoints(connection: ManageConnection, options: InvoiceOptions) {
  const { homeCurrency } = options;
  const fields = options.customFields ? `${FIELDS},customFields` : FIELDS;
  /** Whether invoices take a list of fields with paths and custom fields in it is not documented: it is tried. */
  let fieldsRefused = false;

  /** Asks for the fields needed, or for whole invoices from the first time Manage refuses the list of fields. */
  async function send(call: ManageCall, signal: AbortSignal): Promise<HttpAnswer> {
    if (fieldsRefused) return connection.send(call, signal);
    try {
      return await connection.send({ ...call, query: { ...call.query, fields } }, signal);
    } catch (error) {
      if (!isBadRequest(error)) throw error;
      const answer = await connection.send(call, signal);
      fieldsRefused = true;
      return answer;
    }
  }

  async function list(query: Record<string, string>, signal: AbortSignal): Promise<InvoiceRows> {
    const { text } = await send({ path: PATH, query }, signal);
    return toRows(readShape(z.array(z.unknown()), parseJson(text, connection.host), 'Manage invoices'));
  }

  function toRows(rows: readonly unknown[]): InvoiceRows {
    const invoices: ManageInvoice[] = [];
    const unreadable: InvoiceRows['unreadable'][number][] = [];
    for (const row of rows) {
      try {
        invoices.push(toManageInvoice(row, homeCurrency));
      } catch (error) {
        const number = numberOf(row);
        unreadable.push({ ...(number !== undefined && { number }), reason: reasonOf(error) });
      }
    }
    return { invoices, unreadable };
  }

  /** The invoices that carry one of the numbers, in one request: at most one batch's worth of numbers. */
  const invoicesByNumber = (numbers: readonly string[], signal: AbortSignal): Promise<InvoiceRows> =>
    list(byNumber(numbers), signal);

  return {
    invoicesByNumber,

    /**
     * The invoices that carry one of any count of numbers, asked for in batches. Manage compares without regard
     * to case: compare again.
     * @throws Problem when a batch cannot be read
     */
    async findInvoices(numbers: readonly string[], signal: AbortSignal): Promise<FoundInvoices> {
      const withoutNumbers = connection.lengthOf({ path: PATH, query: { ...byNumber([]), fields } });
      const limits = { maxUrlLength: MAX_URL_LENGTH - withoutNumbers, maxCount: MAX_NUMBERS };
      const { batches: asked, unaskable } = batches(numbers, limits);
      const found = await inParallel(asked, MAX_REQUESTS_AT_ONCE, (batch) => invoicesByNumber(batch, signal));
      return {
        invoices: found.flatMap(({ invoices }) => invoices),
        unreadable: found.flatMap(({ unreadable }) => unreadable),
        unaskable,
      };
    },

    /** Every invoice that meets the conditions ('' for all), page by page, in the order of their ids. @throws Problem */
    async *allInvoices(conditions: string, signal: AbortSignal): AsyncGenerator<InvoiceRows> {
      const given: Record<string, string> = conditions === '' ? {} : { conditions };
      const pages = forwardPages((query, headers) =>
        send({ path: PATH, query: { ...given, ...query }, headers }, signal),
      );
      for await (const page of pages) yield toRows(page);
    },

    /** The newest invoice, to try out what may be read; null when there is none. @throws Problem */
    async newestInvoice(signal: AbortSignal): Promise<ManageInvoice | null> {
      const { invoices, unreadable } = await list({ pageSize: '1', orderBy: 'id desc' }, signal);
      const [fault] = unreadable;
      if (fault !== undefined) throw new Problem(fault.reason.code, fault.reason.params);
      return invoices[0] ?? null;
    },

    /** The numbers of the newest invoices, to see how they are written. @throws Problem */
    async newestNumbers(count: number, signal: AbortSignal): Promise<readonly string[]> {
      const { invoices } = await list({ pageSize: String(count), orderBy: 'id desc' }, signal);
      return invoices.map(({ number }) => number);
    },

    /** Whether the billing status of an invoice is a closed one. @throws Problem */
    async isClosed(invoiceId: number, signal: AbortSignal): Promise<boolean> {
      const json = await connection.json({ path: `${PATH}/${invoiceId}` }, signal);
      return readShape(invoiceStatusSchema, json, 'Manage invoice').status?.isClosed === true;
    },

    /** The custom fields of one invoice as Manage holds them now. @throws Problem */
    async customFields(invoiceId: number, signal: AbortSignal): Promise<readonly CustomField[]> {
      const json = await connection.json({ path: `${PATH}/${invoiceId}` }, signal);
      return toCustomFields(readShape(invoiceCustomFieldsSchema, json, 'Manage invoice').customFields);
    },

    /**
     * Replaces the array of custom fields, which has to be complete, and answers the one Manage then holds. Every
     * other property stays: an invoice is never sent back as a whole. Source: ConnectWise Developer Guide, "PATCH".
     * @throws Problem; `retryable` when it may have been carried out
     */
    async replaceCustomFields(
      invoiceId: number,
      items: readonly CustomField['raw'][],
      signal: AbortSignal,
    ): Promise<readonly CustomField[]> {
      const body = [{ op: 'replace', path: '/customFields', value: items }];
      const { text } = await connection.send({ method: 'PATCH', path: `${PATH}/${invoiceId}`, body }, signal);
      return answerOfWrite(() => {
        const shape = readShape(
          invoiceCustomFieldsSchema,
          parseJson(text, connection.host),
          'Manage invoice',
        );
        return toCustomFields(shape.customFields);
      });
    },
  };
}

function byNumber(numbers: readonly string[]): Record<string, string> {
  return { conditions: isOneOf('invoiceNumber', numbers), pageSize: '1000' };
}

function numberOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('invoiceNumber' in row)) return undefined;
  return typeof row.invoiceNumber === 'string' ? row.invoiceNumber : undefined;
}
