import { LIST_PARAMETERS, listAnswer } from './list-answer';
import { hasCode, isAfter } from './outgoing-invoices';
import { badRequest, Refusal } from './problem-details';
import { readQuery, type Query } from './query';
import type { IncomingInvoiceRow, PowerOfficeState } from './state';

/** There is no filter for invoice numbers here. */
const PARAMETERS = [
  ...LIST_PARAMETERS,
  'balanceLastChangedDateTimeOffsetGreaterThan',
  'departmentCodes',
  'fromDate',
  'includeSubProject',
  'onlyUnpaidInvoices',
  'projectCodes',
  'supplierNos',
  'toDate',
  'voucherNos',
  'voucherTypes',
];

const VOUCHER_TYPES: readonly string[] = ['IncomingInvoice', 'IncomingCreditNote'];

/** GET /IncomingInvoices. The order of the list tells nothing of when anything happened. */
export function listIncomingInvoices({ bills }: PowerOfficeState, url: URL): Response {
  const query = readQuery(url, PARAMETERS);
  return listAnswer(bills.filter(filterOf(query)), bills[0], query);
}

/** GET /IncomingInvoices/{id} */
export function getIncomingInvoice({ bills }: PowerOfficeState, id: string): Response {
  const found = bills.find(({ Id }) => Id === id.toLowerCase());
  if (found === undefined)
    throw new Refusal(404, 'Object(s) not found', `Incoming invoice with id = ${id} not found.`);
  return Response.json(found);
}

function filterOf(query: Query): (row: IncomingInvoiceRow) => boolean {
  const balanceChanged = query.timestamp('balanceLastChangedDateTimeOffsetGreaterThan');
  const from = query.day('fromDate');
  const to = query.day('toDate');
  const supplierNos = query.numbers('supplierNos');
  const voucherNos = query.numbers('voucherNos');
  const departments = query.list('departmentCodes');
  const projects = query.list('projectCodes');
  const types = query.list('voucherTypes') ?? VOUCHER_TYPES;
  const unknown = types.find((type) => !VOUCHER_TYPES.includes(type));
  if (unknown !== undefined)
    throw badRequest('Unable to cast object(s)', `The value '${unknown}' is not valid for voucherTypes.`);
  const onlyUnpaid = query.boolean('onlyUnpaidInvoices');
  query.boolean('includeSubProject');

  return (row) =>
    isAfter(row.BalanceLastChangedDateTimeOffset, balanceChanged) &&
    (from === null || row.VoucherDate >= from) &&
    (to === null || row.VoucherDate <= to) &&
    (supplierNos?.(row.SupplierNo) ?? true) &&
    (voucherNos?.(row.VoucherNo) ?? true) &&
    types.includes(row.VoucherType) &&
    hasCode(row.DepartmentCode, departments) &&
    hasCode(row.ProjectCode, projects) &&
    (!onlyUnpaid || row.Balance !== 0);
}
