/** Where a company's published pages are found on a server. */
export interface NavServer {
  /** Up to and with `/ODataV4`, as `https://nav.example.com:7048/DynamicsNAV110/ODataV4`; may have `?tenant=…`. */
  readonly baseUrl: string;
  /** Upper and lower case count. */
  readonly company: string;
}

/** The address of a published page: `…/ODataV4/Company('CRONUS')/CustomerLedgerEntries`. */
export function serviceAddress({ baseUrl, company }: NavServer, service: string): string {
  const name = encodeURIComponent(company.replaceAll("'", "''")).replaceAll("'", '%27');
  return rootAddress(baseUrl, `Company('${name}')/${encodeURIComponent(service)}`);
}

/** The address of what belongs to the server as a whole, such as `$metadata`. */
export function rootAddress(baseUrl: string, path: string): string {
  const url = new URL(baseUrl);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  return url.href;
}
