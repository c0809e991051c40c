import type { World } from '../world';

/** What differs from one Manage to the next, or is not known of it: tests turn these while the sandbox runs. */
export interface ManageKnobs {
  /** A PATCH or PUT of an invoice whose billing status is closed is refused. Payments are accepted either way. */
  closedInvoicesLocked: boolean;
  /** The role of the member allows payments to be added, changed and deleted. */
  roleMayWritePayments: boolean;
  /** The role of the member allows invoices, their custom fields included, to be changed. */
  roleMayEditInvoices: boolean;
  /** A PATCH or PUT of a closed purchase order is refused. */
  closedOrdersLocked: boolean;
  /** The role of the member allows purchase orders to be read. */
  roleMayReadOrders: boolean;
  /** The role of the member allows purchase orders, their custom fields included, to be changed. */
  roleMayEditOrders: boolean;
  /** A signed-in session may write; where it may not, only API keys can. */
  sessionMayWrite: boolean;
  /** The session has ended: its cookies are worth nothing any more. */
  signedOut: boolean;
  /** How a report is refused while `reportsAvailable` is false: unknown to this build, or forbidden to the role. */
  reportsRefusal: 403 | 404;
  /** A payment must name its `type`. */
  paymentTypeRequired: boolean;
  /** Where the member stands in the structure of the firm; `hidden` where the role may not read members. */
  memberLevel: { readonly id: number; readonly name: string } | 'hidden';
  /** What Manage calls itself. */
  version: string;
  /** For how many ms by the world's clock an invoice goes on showing its old sums after a payment was written. */
  sumsLagMs: number;
}

const DEFAULTS: ManageKnobs = {
  closedInvoicesLocked: true,
  roleMayWritePayments: true,
  roleMayEditInvoices: true,
  closedOrdersLocked: false,
  roleMayReadOrders: true,
  roleMayEditOrders: true,
  sessionMayWrite: true,
  signedOut: false,
  reportsRefusal: 404,
  paymentTypeRequired: false,
  memberLevel: { id: 1, name: 'System Level 1' },
  version: 'v2025.1.98765',
  sumsLagMs: 0,
};

/** How a knob stands now. */
export function knob<K extends keyof ManageKnobs>({ manage }: World, name: K): ManageKnobs[K] {
  const turned: Partial<ManageKnobs> = manage;
  return turned[name] ?? DEFAULTS[name];
}
