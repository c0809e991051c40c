import type { HttpClient } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import { companyInfoSchema } from './schemas';

/** On-premises installations use this code base, and the same host for pages and API. */
const ON_PREMISES_CODEBASE = 'v4_6_release/';

/**
 * Asks a Manage site which code base serves a company. The value carries its own trailing slash.
 * Source: ConnectWise Developer Guide, "companyinfo".
 * @throws Problem `manageCompanyUnknown` when the site does not know the company
 */
export async function discoverCodebase(
  http: HttpClient,
  site: string,
  companyId: string,
  signal: AbortSignal,
): Promise<string> {
  const url = `https://${site}/login/companyinfo/${encodeURIComponent(companyId)}`;
  const { status, text } = await http.send({ url, headers: { Accept: 'application/json' } }, signal);
  if (status === 404 || text.trim() === '' || text.trim() === 'null') {
    throw new Problem('manageCompanyUnknown', { site, companyId });
  }
  if (status !== 200) throw new Problem('httpStatus', { host: site, status: String(status) });
  return readShape(companyInfoSchema, parseJson(text, site), 'Manage companyinfo').Codebase;
}

/** The address of the REST API. With keys, the cloud serves it on a host of its own. */
export function apiBase(site: string, codebase: string, signIn: 'session' | 'api-keys'): string {
  const host = signIn === 'api-keys' && codebase !== ON_PREMISES_CODEBASE ? `api-${site}` : site;
  return `https://${host}/${codebase}apis/3.0`;
}
