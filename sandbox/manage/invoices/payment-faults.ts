import { fits, sumOf } from '../currencies';
import { isObject } from '../read-body';
import type { FieldFault } from '../refusal';
import type { ManageInvoiceRow, PaymentRow } from '../state';
import { dayOnTheWire } from '../wire-time';
import { invoiceSums } from './invoice-sums';

/** What of an invoice's total its credits, and payments other than the one replaced, leave open. */
function openAmount(invoice: ManageInvoiceRow, replaced: PaymentRow | undefined): number {
  const { payments, credits } = invoiceSums({
    ...invoice,
    payments: invoice.payments.filter((payment) => payment !== replaced),
  });
  return sumOf([invoice.total, -payments, -credits], invoice.currencyCode);
}

export function ceilingFault(
  amount: number,
  invoice: ManageInvoiceRow,
  replaced: PaymentRow | undefined,
): FieldFault | undefined {
  const open = openAmount(invoice, replaced);
  if (amount <= open) return undefined;
  return {
    code: 'OutOfRange',
    message: `The amount exceeds the open amount ${open} of the invoice.`,
    field: 'amount',
  };
}

export function amountFault(amount: unknown, { currencyCode }: ManageInvoiceRow): FieldFault | undefined {
  if (typeof amount !== 'number') return missing('amount');
  if (amount <= 0)
    return { code: 'OutOfRange', message: 'The amount must be greater than 0.', field: 'amount' };
  if (fits(amount, currencyCode)) return undefined;
  return {
    code: 'InvalidField',
    message: `The amount has too many decimals for ${currencyCode}.`,
    field: 'amount',
  };
}

export function dateFault(value: unknown): FieldFault | undefined {
  if (value == null || dayOnTheWire(value) !== undefined) return undefined;
  return {
    code: 'InvalidField',
    message: 'The paymentDate must be yyyy-MM-ddT00:00:00Z.',
    field: 'paymentDate',
  };
}

export function invoiceFault(reference: unknown, invoice: ManageInvoiceRow): FieldFault | undefined {
  if (!isObject(reference)) return undefined;
  const { id = invoice.id, identifier = invoice.invoiceNumber } = reference;
  if (id === invoice.id && identifier === invoice.invoiceNumber) return undefined;
  return { code: 'InvalidField', message: 'The payment names another invoice.', field: 'invoice' };
}

export const missing = (field: string): FieldFault => ({
  code: 'MissingRequiredField',
  message: `The ${field} field is required.`,
  field,
});

export function batchFault(value: unknown): FieldFault | undefined {
  if (typeof value !== 'string' || value.length <= 50) return undefined;
  return {
    code: 'InvalidField',
    message: 'The field glBatchID must not be longer than 50.',
    field: 'glBatchID',
  };
}
