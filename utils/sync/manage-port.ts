import type { WriteBack } from '@/utils/manage/write-back';
import type { ManageInvoice } from '@/utils/payments/manage-invoice';
import type { Reason } from '@/utils/payments/reason';

/** What a look-up by number found, and what it could not ask for or read. */
interface FoundInvoices {
  /** Compared without regard to case by Manage: compare again. */
  readonly invoices: readonly ManageInvoice[];
  /** Numbers that Manage's conditions cannot name. */
  readonly unaskable: readonly string[];
  readonly unreadable: readonly { readonly number?: string; readonly reason: Reason }[];
}

/** Manage, as the sync sees it. */
export interface ManagePort {
  /** One request for each batch of numbers. @throws Problem */
  findInvoices(numbers: readonly string[], signal: AbortSignal): Promise<FoundInvoices>;
  /**
   * Which of numbers that Manage did not hold it holds now, where a look-up does not tell that.
   * @throws Problem
   */
  heldNow?(numbers: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  readonly writeBack: WriteBack;
}
