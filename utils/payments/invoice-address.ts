/** What an address of an invoice is filled with. */
export interface AddressValues {
  /** Host of Manage, with a port if it has one. */
  readonly site?: string;
  /** The invoice's record id in Manage. */
  readonly id?: string;
  /** Its number, as the system that is opened writes it. */
  readonly number?: string;
}

/** Where invoices can be opened: nobody publishes that address, so it is the firm's own. It ends where text ends. */
export const INVOICE_ADDRESS =
  /^https?:\/\/(?:\{site\}|[^\s/?#@\\{}]+)(?:[/?#](?:[^\s\\{}]|\{(?:site|id|number)\})*)?$/i;

/**
 * The address of one invoice: `https://{site}/open?id={id}` with every value encoded. Null where there is no such
 * address: none is set, a value it needs is not known, or it would lead elsewhere than the setting says.
 * @param allowHttp whether an address without encryption is taken
 */
export function invoiceAddress(
  template: string,
  values: AddressValues,
  { allowHttp = false }: { readonly allowHttp?: boolean } = {},
): string | null {
  if (!INVOICE_ADDRESS.test(template)) return null;
  let isComplete = true;
  const filled = template.replaceAll(/\{(site|id|number)\}/gi, (_, name: string) => {
    const value = values[name.toLowerCase() as keyof AddressValues] ?? '';
    // Dots alone would lead to another folder, encoded or not.
    if (value === '' || /^\.+$/.test(value)) isComplete = false;
    return name.toLowerCase() === 'site' ? value : encoded(value);
  });
  if (!isComplete || !URL.canParse(filled)) return null;
  const { protocol, href } = new URL(filled);
  return protocol === 'https:' || (allowHttp && protocol === 'http:') ? href : null;
}

/** Encoded for any place of an address behind its host; a single quote too, which ends values in some. */
function encoded(value: string): string {
  // Half of a character cannot be encoded.
  return encodeURIComponent(value.toWellFormed()).replaceAll("'", '%27');
}

/** Posted Sales Invoice. Source: Base Application, page 132 */
const POSTED_SALES_INVOICE = 132;

/**
 * A posted invoice in the web client of Business Central; null for a number that its filter cannot hold.
 * Source: https://learn.microsoft.com/dynamics365/business-central/dev-itpro/developer/devenv-web-client-urls
 */
export function businessCentralAddress(
  { tenantId, environment, company }: { tenantId: string; environment: string; company: string },
  number: string,
): string | null {
  if (environment === '' || company === '' || number === '' || number.includes("'")) return null;
  const place = [tenantId, environment].map(encoded).join('/');
  const filter = encodeURIComponent(`'No.' IS '${number.toWellFormed()}'`);
  return `https://businesscentral.dynamics.com/${place}/?company=${encoded(company)}&page=${POSTED_SALES_INVOICE}&filter=${filter}`;
}

/** Where one invoice can be opened. Null where no address is known. */
export interface InvoiceLinks {
  readonly manage: string | null;
  readonly books: string | null;
}
