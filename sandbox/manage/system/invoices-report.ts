import { currencyOf, sumOf } from '../currencies';
import { invoiceSums } from '../invoices/invoice-sums';
import type { Kind, WireObject } from '../query/shape';
import type { ManageInvoiceRow } from '../state';
import { wireDay } from '../wire-time';

interface Column {
  readonly kind: Kind;
  readonly nullable: boolean;
}

const always = (kind: Kind): Column => ({ kind, nullable: false });
const maybe = (kind: Kind): Column => ({ kind, nullable: true });

/** Columns of the report *Invoices*. Source: the report list of Manage v2018.6. */
export const INVOICES_REPORT: Readonly<Record<string, Column>> = {
  Billing_Log_RecID: always('number'),
  Billing_Status_RecID: always('number'),
  Closed_Flag: always('boolean'),
  Company_Name: maybe('string'),
  Company_RecID: always('number'),
  Credit_Amount: maybe('number'),
  Currency_RecID: always('number'),
  Date_Invoice: maybe('date'),
  Date_Paid: maybe('date'),
  Due_Date: maybe('date'),
  Invoice_Amount: always('number'),
  Invoice_Number: maybe('string'),
  Invoice_Type: always('string'),
  Last_Update: always('date'),
  Paid_Amount: always('number'),
  Paid_Flag: always('number'),
  Reference: maybe('string'),
  Remaining_Credit_Balance: maybe('number'),
  Updated_By: maybe('string'),
};

/** An invoice as the report tells of it. Its *Date Paid* is that of the newest payment, in part or in full. */
export function invoiceReportRow(row: ManageInvoiceRow): WireObject {
  const { payments, credits } = invoiceSums(row);
  const paidOn = row.payments
    .filter(({ creditInvoiceId }) => creditInvoiceId === null)
    .map(({ paymentDate }) => paymentDate.slice(0, 10))
    .toSorted()
    .at(-1);
  return {
    Billing_Log_RecID: row.id,
    Billing_Status_RecID: row.closed ? 4 : 1,
    Closed_Flag: row.closed,
    Company_Name: row.company.name,
    Company_RecID: row.company.id,
    Credit_Amount: credits,
    Currency_RecID: currencyOf(row.currencyCode).id,
    Date_Invoice: wireDay(row.date),
    Date_Paid: paidOn === undefined ? null : wireDay(paidOn),
    Due_Date: wireDay(row.dueDate),
    Invoice_Amount: sumOf([row.total], row.currencyCode),
    Invoice_Number: row.invoiceNumber,
    Invoice_Type: row.type,
    Last_Update: row.lastUpdated,
    Paid_Amount: payments,
    Paid_Flag: payments > 0 && sumOf([row.total, -payments, -credits], row.currencyCode) <= 0 ? 1 : 0,
    Reference: row.reference,
    Remaining_Credit_Balance: null,
    Updated_By: row.updatedBy,
  };
}
