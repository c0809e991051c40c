import type { ManageApi } from '@/utils/manage/api';
import { INVOICES } from '@/utils/manage/endpoints/invoices';
import { recordEndpoint } from '@/utils/manage/endpoints/records';
import { toManageInvoice } from '@/utils/manage/to-manage-invoice';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';

/** Every invoice that meets the conditions, page by page, as any kind of record is read. */
export async function* allInvoices(
  { connection }: Pick<ManageApi, 'connection'>,
  conditions: string,
  signal: AbortSignal,
): AsyncGenerator<readonly ManageInvoice[]> {
  const records = recordEndpoint<ManageInvoice>(connection, {
    path: INVOICES,
    what: 'Manage invoice',
    number: 'invoiceNumber',
    read: (row) => toManageInvoice(row, ''),
  });
  const fields = 'id,invoiceNumber,total,_info/lastUpdated';
  for await (const page of records.all(conditions, fields, signal)) yield page.records;
}
