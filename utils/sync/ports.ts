import type { Watermark } from '@/utils/accounting/source';
import type { Change } from '@/utils/payments/change';
import type { ManageInvoice, PaymentRecord } from '@/utils/payments/manage-invoice';
import type { Outcome } from '@/utils/payments/outcome';

/** Manage, as the sync sees it. */
export interface ManagePort {
  invoicesByNumber(numbers: readonly string[], signal: AbortSignal): Promise<readonly ManageInvoice[]>;
  paymentRecords(invoice: ManageInvoice, signal: AbortSignal): Promise<readonly PaymentRecord[]>;
  write(change: Change, currency: string, signal: AbortSignal): Promise<PaymentRecord | null>;
}

/** What a run remembers, for one scope: Manage site, company, member and connection. */
export interface Journal {
  ownRecordIds(): Promise<ReadonlySet<number>>;
  addOwnRecord(recordId: number, invoiceId: number): Promise<void>;
  record(outcome: Outcome): Promise<void>;
  parked(): Promise<readonly string[]>;
  park(number: string): Promise<void>;
  unpark(number: string): Promise<void>;
  finish(result: { readonly startedAt: number; readonly watermark: Watermark | null }): Promise<void>;
}
