import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_HOST } from '../../../sandbox/business-central/keys';
import { openHosts, type HostsOptions } from '../../../sandbox/hosts';
import { grantAccess } from '../../../sandbox/microsoft-login/state';
import { createWorld } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');

type Row = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly rows: readonly Row[];
  readonly nextLink: string | undefined;
  readonly count: number | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

/** Somebody who may read Nord IT's Business Central and asks for it in English. */
export function openBusinessCentral(options: HostsOptions = {}) {
  let now = NOW;
  const world = createWorld(NOW, { now: () => now });
  const hosts = openHosts(world, options);
  const token = grantAccess(world.microsoftLogin, { now });
  const host = `https://${BUSINESS_CENTRAL_HOST}`;
  const api = `${host}/v2.0/${BUSINESS_CENTRAL.tenant}/${BUSINESS_CENTRAL.environment}/api`;

  async function get(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const response = await hosts.fetch(address, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en-US', ...headers },
    });
    return read(response);
  }
  return {
    world,
    hosts,
    host,
    api,
    token,
    get,
    advance: (ms: number): void => void (now += ms),
    invoices: (query = '', headers = {}) =>
      get(`${api}/v2.0/companies(${BUSINESS_CENTRAL.company})/salesInvoices${query}`, headers),
    ledger: (query = '', headers = {}) =>
      get(
        `${api}/microsoft/analytics/v1.0/companies(${BUSINESS_CENTRAL.company})/customerLedgerEntries${query}`,
        headers,
      ),
  };
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
  return {
    status: response.status,
    headers: response.headers,
    text,
    rows: (json['value'] ?? []) as Row[],
    nextLink: json['@odata.nextLink'] as string | undefined,
    count: json['@odata.count'] as number | undefined,
    error: json['error'] as Answer['error'],
  };
}
