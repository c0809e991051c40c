/** An invoice as the sandbox's Manage stores it. */
export interface ManageInvoiceRow {
  id: number;
  invoiceNumber: string;
  type: string;
  company: { id: number; identifier: string; name: string };
  currency: { id: number; currencyCode: string };
  total: number;
  date: string;
  payments: PaymentRow[];
  lastUpdated: string;
}

export interface PaymentRow {
  id: number;
  amount: number;
  paymentDate: string;
  appliedBy: string;
}
