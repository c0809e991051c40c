import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { ManageConnection } from '../connection';
import { toManageInvoice } from '../to-manage-invoice';
import { isIn, recordEndpoint, type FoundRows, type Rows } from './records';

export const INVOICES = '/finance/invoices';
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
    path: INVOICES,
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

    /** The newest invoices, to see what may be read and how they are written. @throws Problem */
    newest: (count: number, signal: AbortSignal): Promise<Rows<ManageInvoice>> =>
      records.newest(count, fields, signal),
  };
}
