import { readShape } from '@/utils/http/json';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import { Problem } from '@/utils/payments/problem';
import type { ManageConnection } from '../connection';
import { invoiceStatusSchema } from '../schemas';
import { toManageInvoice } from '../to-manage-invoice';
import { isIn, recordEndpoint, type FoundRows, type Rows } from './records';

const PATH = '/finance/invoices';
const FIELDS =
  'id,invoiceNumber,type,company/name,currency/currencyCode,total,payments,credits,balance,_info/lastUpdated';

/** Invoices read, and those whose row does not hold what an invoice must. */
export interface InvoiceRows extends Pick<Rows<ManageInvoice>, 'unreadable'> {
  readonly invoices: readonly ManageInvoice[];
}

/** With the numbers that Manage's conditions cannot name; they were not asked for. */
export type FoundInvoices = InvoiceRows & Pick<FoundRows<ManageInvoice>, 'unaskable'>;

export interface InvoiceOptions {
  /** ISO 4217 code for invoices that Manage names no currency of. */
  readonly homeCurrency: string;
  /** Whether the invoices' custom fields are read along. */
  readonly customFields: boolean;
}

/** `/finance/invoices`. There is no search by POST for invoices, so many numbers take several requests. */
export function invoiceEndpoints(connection: ManageConnection, options: InvoiceOptions) {
  const fields = options.customFields ? `${FIELDS},customFields` : FIELDS;
  const records = recordEndpoint<ManageInvoice>(connection, {
    path: PATH,
    what: 'Manage invoice',
    number: 'invoiceNumber',
    read: (row) => toManageInvoice(row, options.homeCurrency),
  });
  const { customFields, replaceCustomFields } = records;
  const toRows = ({ records: invoices, unreadable }: Rows<ManageInvoice>): InvoiceRows => ({
    invoices,
    unreadable,
  });

  return {
    customFields,
    replaceCustomFields,

    /** The invoices that carry one of the numbers, in one request: at most one batch's worth of numbers. */
    invoicesByNumber: async (numbers: readonly string[], signal: AbortSignal): Promise<InvoiceRows> =>
      toRows(await records.list(isIn('invoiceNumber', numbers), fields, signal)),

    /**
     * The invoices that carry one of any count of numbers, asked for in batches. Manage compares without regard
     * to case: compare again.
     * @throws Problem when a batch cannot be read
     */
    async findInvoices(numbers: readonly string[], signal: AbortSignal): Promise<FoundInvoices> {
      const found = await records.having('invoiceNumber', numbers, fields, signal);
      return { ...toRows(found), unaskable: found.unaskable };
    },

    /** Every invoice that meets the conditions ('' for all), page by page, in the order of their ids. @throws Problem */
    async *allInvoices(conditions: string, signal: AbortSignal): AsyncGenerator<InvoiceRows> {
      for await (const page of records.all(conditions, fields, signal)) yield toRows(page);
    },

    /** The newest invoice, to try out what may be read; null when there is none. @throws Problem */
    async newestInvoice(signal: AbortSignal): Promise<ManageInvoice | null> {
      const newest = await records.list({ pageSize: '1', orderBy: 'id desc' }, fields, signal);
      const [fault] = newest.unreadable;
      if (fault !== undefined) throw new Problem(fault.reason.code, fault.reason.params);
      return newest.records[0] ?? null;
    },

    /** The numbers of the newest invoices, to see how they are written. @throws Problem */
    async newestNumbers(count: number, signal: AbortSignal): Promise<readonly string[]> {
      const newest = await records.list({ pageSize: String(count), orderBy: 'id desc' }, fields, signal);
      return newest.records.map(({ number }) => number);
    },

    /** Whether the billing status of an invoice is a closed one. @throws Problem */
    async isClosed(invoiceId: number, signal: AbortSignal): Promise<boolean> {
      const json = await connection.json({ path: `${PATH}/${invoiceId}` }, signal);
      return readShape(invoiceStatusSchema, json, 'Manage invoice').status?.isClosed === true;
    },
  };
}
