import type { World } from '../../world';
import { notFound } from '../refusal';
import type { ManageInvoiceRow } from '../state';

/** @throws Refusal 404 */
export function findInvoice({ manage }: World, id: string): ManageInvoiceRow {
  const found = manage.invoices.find((invoice) => invoice.id === Number(id));
  if (!found) throw notFound('Invoice', id);
  return found;
}
