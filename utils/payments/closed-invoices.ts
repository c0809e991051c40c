import { reason, type Reason } from './reason';

/** Whether the custom fields of closed invoices can be changed in a Manage, as it was found out by trying. */
export interface ClosedInvoicesTried {
  /** The closed invoice it was tried on. */
  readonly number: string;
  readonly changeable: boolean;
  /** What Manage said where it refused; empty otherwise. */
  readonly detail: string;
}

/** Why custom fields do not reach closed invoices there; null where they do, and where it was never tried. */
export function whyLocked(tried: ClosedInvoicesTried | null): Reason | null {
  if (tried === null || tried.changeable) return null;
  const { number, detail } = tried;
  return reason('closedInvoiceLocked', { number, detail });
}
