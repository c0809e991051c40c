import type { World } from '../../world';
import { currencyObject, sumOf } from '../currencies';
import type { WireObject } from '../query/shape';
import { customFieldObjects, PODS } from '../records/custom-field-objects';
import type { ManageInvoiceRow } from '../state';
import { wireDay } from '../wire-time';
import { shownSums } from './invoice-sums';

/** The firm sells with one rate of value added tax. */
const TAX_RATE = 0.25;

const OPEN = { id: 1, name: 'Open', isClosed: false };
const CLOSED = { id: 4, name: 'Closed', isClosed: true };

/** An invoice as the API sends it. */
export function invoiceObject(row: ManageInvoiceRow, world: World): WireObject {
  const { id, invoiceNumber, type, company, reference, total } = row;
  const reckon = (...amounts: number[]): number => sumOf(amounts, row.currencyCode);
  const subtotal = reckon(total / (1 + TAX_RATE));
  const { payments, credits } = shownSums(row, world.now());
  return {
    id,
    invoiceNumber,
    type,
    status: row.closed ? CLOSED : OPEN,
    company,
    billToCompany: company,
    shipToCompany: company,
    accountNumber: String(company.id),
    applyToType: type === 'Agreement' ? 'Agreement' : 'All',
    attention: '',
    billingSite: { id: company.id, name: 'Main' },
    billingSiteAddressLine1: '',
    billingSiteCity: '',
    billingSiteZip: '',
    billingTerms: { id: 1, name: 'Net 14 days' },
    reference,
    customerPO: '',
    templateSetupId: 1,
    addToBatchEmailList: false,
    date: wireDay(row.date),
    restrictDownpaymentFlag: false,
    locationId: 2,
    location: { id: 2, name: 'Oslo' },
    departmentId: 10,
    department: { id: 10, identifier: 'Services', name: 'Professional Services' },
    territoryId: 2,
    territory: { id: 2, name: 'Norway' },
    topComment: '',
    bottomComment: '',
    taxableFlag: true,
    internalNotes: null,
    downpaymentPreviouslyTaxedFlag: false,
    serviceTotal: subtotal,
    overrideDownPaymentAmountFlag: false,
    currency: currencyObject(row.currencyCode),
    dueDate: wireDay(row.dueDate),
    expenseTotal: 0,
    productTotal: 0,
    previousProgressApplied: 0,
    serviceAdjustmentAmount: 0,
    agreementAmount: 0,
    downpaymentApplied: 0,
    subtotal,
    total: reckon(total),
    remainingDownpayment: 0,
    salesTax: reckon(total, -subtotal),
    payments,
    credits,
    balance: reckon(total, -payments, -credits),
    specialInvoiceFlag: false,
    ...Object.fromEntries(row.edits ?? []),
    customFields: customFieldObjects(world.manage.customFields, row.customFieldValues, PODS.invoice.podId),
    _info: { lastUpdated: row.lastUpdated, updatedBy: row.updatedBy },
  };
}
