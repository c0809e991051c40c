import type { ManageInvoice } from './manage-invoice';
import type { Outcome } from './outcome';

/** What an outcome tells of the invoice of Manage that it is about. */
export function aboutInvoice({ id, companyName }: ManageInvoice): Pick<Outcome, 'manageId' | 'company'> {
  return { manageId: id, ...(companyName !== '' && { company: companyName }) };
}
