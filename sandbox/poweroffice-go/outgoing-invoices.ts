import { parseTimestamp, type Ticks } from '../books/ticks';
import { LIST_PARAMETERS, listAnswer } from './list-answer';
import { Refusal } from './problem-details';
import { readQuery, type Query } from './query';
import type { OutgoingInvoiceRow, PowerOfficeState } from './state';

const PARAMETERS = [
  ...LIST_PARAMETERS,
  'balanceLastChangedDateTimeOffsetGreaterThan',
  'customerNos',
  'customMatchingReferences',
  'departmentCodes',
  'externalImportReferences',
  'fromDate',
  'importedOrderNos',
  'includeSubProject',
  'invoiceIds',
  'invoiceNos',
  'onlyCreatedByCurrentIntegration',
  'onlyUnpaidInvoices',
  'orderNos',
  'projectCodes',
  'sentDateTimeOffsetGreaterThan',
  'toDate',
  'voucherNos',
];

/** GET /OutgoingInvoices. The order of the list tells nothing of when anything happened. */
export function listOutgoingInvoices({ invoices }: PowerOfficeState, url: URL): Response {
  const query = readQuery(url, PARAMETERS);
  const wanted = filterOf(query);
  return listAnswer(invoices.filter(wanted), invoices[0], query);
}

/** GET /OutgoingInvoices/{id} */
export function getOutgoingInvoice({ invoices }: PowerOfficeState, id: string): Response {
  const found = invoices.find(({ Id }) => Id === id.toLowerCase());
  if (found === undefined)
    throw new Refusal(404, 'Object(s) not found', `Outgoing invoice with id = ${id} not found.`);
  return Response.json(found);
}

function filterOf(query: Query): (row: OutgoingInvoiceRow) => boolean {
  const balanceChanged = query.timestamp('balanceLastChangedDateTimeOffsetGreaterThan');
  const sent = query.timestamp('sentDateTimeOffsetGreaterThan');
  const from = query.day('fromDate');
  const to = query.day('toDate');
  const customerNos = query.numbers('customerNos');
  const invoiceNos = query.numbers('invoiceNos');
  const voucherNos = query.numbers('voucherNos');
  const orderNos = query.numbers('orderNos');
  const importedOrderNos = query.numbers('importedOrderNos');
  const ids = query.list('invoiceIds')?.map((id) => id.toLowerCase());
  const matching = query.list('customMatchingReferences');
  const imported = query.list('externalImportReferences');
  const departments = query.list('departmentCodes');
  const projects = query.list('projectCodes');
  const onlyUnpaid = query.boolean('onlyUnpaidInvoices');
  const onlyOwn = query.boolean('onlyCreatedByCurrentIntegration');
  query.boolean('includeSubProject');

  return (row) =>
    isAfter(row.BalanceLastChangedDateTimeOffset, balanceChanged) &&
    isAfter(row.SentDateTimeOffset, sent) &&
    (from === null || row.VoucherDate >= from) &&
    (to === null || row.VoucherDate <= to) &&
    (customerNos?.(row.CustomerNo) ?? true) &&
    (invoiceNos?.(row.InvoiceNo) ?? true) &&
    (voucherNos?.(row.VoucherNo) ?? true) &&
    (orderNos?.(row.OrderNo) ?? true) &&
    (importedOrderNos?.(row.ImportedOrderNo) ?? true) &&
    (ids?.includes(row.Id) ?? true) &&
    isOneOf(row.CustomMatchingReference, matching) &&
    isOneOf(row.ExternalImportReference, imported) &&
    hasCode(row.DepartmentCode, departments) &&
    hasCode(row.ProjectCode, projects) &&
    (!onlyUnpaid || row.Balance !== 0) &&
    (!onlyOwn || row.IsCreatedByCurrentIntegration);
}

/** Later than the bound, itself excluded, to the last of seven digits. */
export function isAfter(timestamp: string | null, bound: Ticks | null): boolean {
  if (bound === null) return true;
  const instant = timestamp === null ? null : parseTimestamp(timestamp);
  return instant !== null && instant > bound;
}

export function isOneOf(value: string | null, wanted: readonly string[] | null): boolean {
  return wanted === null || (value !== null && wanted.includes(value));
}

/** `-1` stands for "without". */
export function hasCode(value: string | null, wanted: readonly string[] | null): boolean {
  return wanted === null || wanted.includes(value ?? '-1');
}
