import { businessCentralAddress, invoiceAddress, type InvoiceLinks } from '@/utils/payments/invoice-address';
import { numbersInBooks } from '@/utils/payments/number-rule';
import type { Connection, ManageSettings } from '@/utils/storage/settings';

/** An invoice by what Manage knows it by. */
interface InManage {
  readonly number: string;
  /** Its record id there, where that is known. */
  readonly id?: number | undefined;
}

/** Where an invoice can be opened in Manage; null unless somebody has set such an address. */
export function linkToManage(manage: ManageSettings | null, { number, id }: InManage): string | null {
  if (manage?.invoiceAddress === undefined) return null;
  const values = { site: manage.site, number, ...(id !== undefined && { id: String(id) }) };
  return invoiceAddress(manage.invoiceAddress, values);
}

/** Where it can be opened in the books; null where the rule of the connection does not tell its number there. */
export function linkToBooks(connection: Connection, { number }: InManage): string | null {
  if (connection.matching.field !== 'number') return null;
  const [inBooks, another] = numbersInBooks(number, connection.matching);
  if (inBooks === undefined || another !== undefined) return null;
  const { invoiceAddress: template = '' } = connection;
  if (template === '' && connection.system === 'business-central')
    return businessCentralAddress(connection, inBooks);
  const allowHttp = connection.system === 'dynamics-nav' && connection.allowHttp;
  return invoiceAddress(template, { number: inBooks }, { allowHttp });
}

/** Both; null where neither is known. */
export function linksTo(
  manage: ManageSettings | null,
  connection: Connection,
  invoice: InManage,
): InvoiceLinks | null {
  const links = { manage: linkToManage(manage, invoice), books: linkToBooks(connection, invoice) };
  return links.manage === null && links.books === null ? null : links;
}
