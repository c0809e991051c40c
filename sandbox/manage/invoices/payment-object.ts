import type { World } from '../../world';
import { sumOf } from '../currencies';
import type { WireObject } from '../query/shape';
import type { ManageInvoiceRow, PaymentRow } from '../state';
import { wireDay } from '../wire-time';
import { invoiceSums } from './invoice-sums';

/** A payment, or the row of an applied credit memo, as the API sends it. */
export function paymentObject(payment: PaymentRow, invoice: ManageInvoiceRow, { manage }: World): WireObject {
  const { payments, credits } = invoiceSums(invoice);
  const memo = manage.invoices.find(({ id }) => id === payment.creditInvoiceId);
  return {
    id: payment.id,
    type: payment.type ?? (payment.creditInvoiceId === null ? 'Payment' : 'Credit'),
    source: 'Default',
    invoice: { id: invoice.id, identifier: invoice.invoiceNumber, billingType: invoice.type },
    ...(payment.creditInvoiceId === null
      ? {}
      : {
          credit: {
            id: payment.creditInvoiceId,
            identifier: memo?.invoiceNumber ?? '',
            billingType: 'CreditMemo',
          },
        }),
    amount: sumOf([payment.amount], invoice.currencyCode),
    balance: 0,
    invoiceBalance: sumOf([invoice.total, -payments, -credits], invoice.currencyCode),
    invoiceTotal: sumOf([invoice.total], invoice.currencyCode),
    paymentDate: wireDay(payment.paymentDate),
    appliedBy: payment.appliedBy,
    paymentSyncStatus: 'Unapplied',
    glBatchID: payment.glBatchID ?? null,
    paymentAccount: payment.paymentAccount ?? null,
    aRPaymentAccount: payment.aRPaymentAccount ?? null,
    _info: {
      lastUpdated: payment.lastUpdated ?? invoice.lastUpdated,
      updatedBy: payment.updatedBy ?? invoice.updatedBy,
    },
  };
}
