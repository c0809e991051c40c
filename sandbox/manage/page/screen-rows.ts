import type { World } from '../../world';
import type { ManageInvoiceRow, PurchaseOrderRow } from '../state';
import type { GridQuery, GridRecord } from './grid-query';
import { amount, day, text } from './tenant-format';

/** The records behind a grid, by the grid's name; undefined when there is no such grid. */
export function rowsOfScreen(
  { manage }: World,
  grid: string,
  dates: GridQuery['dates'],
): GridRecord[] | undefined {
  switch (grid) {
    case 'invoice':
    case 'companyfinance':
      return manage.invoices.map((invoice) => invoiceRecord(invoice, dates));
    case 'srboard':
      return manage.invoices.filter(({ invoiceNumber }) => /^\d+$/.test(invoiceNumber)).map(ticketRecord);
    case 'company':
      return companyRecords(manage.invoices);
    case 'purchaseorder':
      return manage.purchaseOrders.map((order) => orderRecord(order, dates));
    default:
      return undefined;
  }
}

function invoiceRecord(invoice: ManageInvoiceRow, dates: GridQuery['dates']): GridRecord {
  const payments = invoice.payments.filter(({ creditInvoiceId }) => creditInvoiceId === null);
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const lastDay = payments.map(({ paymentDate }) => paymentDate).sort();
  return {
    recId: invoice.id,
    cells: {
      number: text(invoice.invoiceNumber),
      type: text(invoice.type),
      company: text(invoice.company.name),
      date: day(invoice.date, dates),
      dueDate: day(invoice.dueDate, dates),
      amount: amount(invoice.total, invoice.currencyCode),
      status: text(invoice.closed ? 'Closed' : 'Sent'),
      reference: text(invoice.reference),
      // The columns Manage itself may show: its Date Paid is the last payment's, paid in full or not.
      paidAmount: amount(paid, invoice.currencyCode),
      datePaid: day(lastDay.at(-1) ?? '', dates),
    },
  };
}

function orderRecord(order: PurchaseOrderRow, dates: GridQuery['dates']): GridRecord {
  const { id, poNumber, vendorCompany, vendorInvoiceNumber, date, total, currencyCode, closed } = order;
  return {
    recId: 70_000 + id,
    cells: {
      order: text(poNumber),
      vendor: text(vendorCompany.name),
      vendorInvoice: text(vendorInvoiceNumber),
      orderDate: day(date, dates),
      amount: amount(total, currencyCode),
      status: text(closed ? 'Closed' : 'New'),
    },
  };
}

const SUMMARIES = [
  'Outlook keeps asking for the password',
  'New starter: laptop and accounts',
  'Backup of FILE01 failed overnight',
  'Printer on 2nd floor offline',
  'Renew certificate for the web shop',
  'VPN drops every hour',
  'Quote for ten more licences',
];
const STATUSES = ['New', 'Assigned', 'In Progress', 'Waiting Client Response', 'Completed'];
const PRIORITIES = ['Priority 1 - Critical', 'Priority 2 - High', 'Priority 3 - Medium', 'Priority 4 - Low'];
const RESOURCES = ['knilsen', 'molsen', 'tberg', ''];

/** A ticket that happens to carry the number of an invoice: nothing on a service board is an invoice. */
function ticketRecord(invoice: ManageInvoiceRow, index: number): GridRecord {
  const pick = (from: readonly string[], step: number): string => from[(index * step) % from.length] ?? '';
  return {
    recId: 90_000 + invoice.id,
    cells: {
      ticket: { text: invoice.invoiceNumber, order: Number(invoice.invoiceNumber) },
      priority: text(pick(PRIORITIES, 3)),
      summary: text(pick(SUMMARIES, 1)),
      company: text(invoice.company.name),
      status: text(pick(STATUSES, 2)),
      resource: text(pick(RESOURCES, 1)),
    },
  };
}

function companyRecords(invoices: readonly ManageInvoiceRow[]): GridRecord[] {
  const companies = new Map(invoices.map(({ company }) => [company.id, company]));
  return [...companies.values()].map(({ id, identifier, name }) => ({
    recId: id,
    cells: {
      company: text(name),
      identifier: text(identifier),
      account: { text: String(id), order: id },
      status: text('Active'),
    },
  }));
}
