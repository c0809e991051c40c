import type { HttpClient } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import { apiHost } from './api-host';
import { isRefusal } from './refusal';
import { companyInfoSchema } from './schemas';

/** On-premises installations use this code base, and the same host for pages and API. */
const ON_PREMISES_CODEBASE = 'v4_6_release/';

/** What a Manage site tells of a company before anyone has signed in. */
export interface ManageCompany {
  /** What people call it; '' where the site does not say. */
  readonly name: string;
  /** First part of every path, with its trailing slash: `v2025_1/`. */
  readonly codebase: string;
  /** Such as `v2025.1`; '' where the site does not say. */
  readonly version: string;
  readonly isCloud: boolean;
  /** Other names of the company, as a session may carry them. */
  readonly aliases: readonly string[];
}

/**
 * Asks a Manage site about a company. It changes with each release of Manage, so it is asked anew for each run;
 * the caller may keep it for the length of one.
 * Source: ConnectWise Developer Guide, "companyinfo": an unknown company is an empty body or `null`.
 * @param site host name, with a port if it has one
 * @throws Problem `manageCompanyUnknown`, `manageSiteWrong` when what answers is no Manage, or the transport's
 */
export async function discoverCompany(
  http: HttpClient,
  site: string,
  companyId: string,
  signal: AbortSignal,
): Promise<ManageCompany> {
  const url = `https://${site}/login/companyinfo/${encodeURIComponent(companyId)}`;
  const answer = await http.send(
    { url, headers: { Accept: 'application/json' }, credentials: 'omit' },
    signal,
  );
  const status = String(answer.status);
  const text = answer.text.trim();
  if (answer.status >= 500)
    throw new Problem('manageNotAnswering', { host: site, status }, { retryable: true });
  if (answer.status === 429) throw new Problem('rateLimited', { host: site }, { retryable: true });
  if (answer.status !== 404 && isRefusal(answer)) throw new Problem('manageSiteWrong', { site, status });
  if (answer.status === 404 || text === '' || text === 'null') {
    throw new Problem('manageCompanyUnknown', { site, companyId });
  }
  const company = readShape(companyInfoSchema, parseJson(text, site), 'Manage companyinfo');
  return {
    name: company.CompanyName ?? '',
    codebase: company.Codebase.replace(/\/?$/, '/'),
    version: company.VersionCode ?? '',
    isCloud: String(company.IsCloud).toLowerCase() === 'true',
    aliases: [company.CompanyName, company.CompanyID].filter((name) => typeof name === 'string'),
  };
}

/** The code base alone; see {@link discoverCompany}. */
export async function discoverCodebase(
  http: HttpClient,
  site: string,
  companyId: string,
  signal: AbortSignal,
): Promise<string> {
  return (await discoverCompany(http, site, companyId, signal)).codebase;
}

/**
 * The address of the REST API. On-premises it is on the site's own host whatever that is called.
 * Source: ConnectWise SDK page: "if Codebase is not v4_6_release/".
 */
export function apiBase(site: string, codebase: string, signIn: 'session' | 'api-keys'): string {
  const host = codebase === ON_PREMISES_CODEBASE ? site : apiHost(site, signIn);
  return `https://${host}/${codebase}apis/3.0`;
}
