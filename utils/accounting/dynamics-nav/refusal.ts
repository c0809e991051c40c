import type { ODataRefusal } from '@/utils/accounting/odata/refusal';
import { Problem } from '@/utils/payments/problem';
import { ALL_PAGES, LEDGER_PAGES, pagesOf, type ServiceKey } from './pages';
import type { NavServer } from './service-address';

export interface RefusingServer extends NavServer {
  readonly user: string;
  /** The names the pages are published under. */
  readonly services: Readonly<Record<ServiceKey, string>>;
}

/** What is asked of the server as a whole. */
export const METADATA = '$metadata';

/**
 * What a refusal of NAV means where the general words for OData would not tell the administrator what to change; null
 * where they do.
 * @param what the service that was asked, or `$metadata`
 */
export function navRefusal(server: RefusingServer, refusal: ODataRefusal, what: string): Problem | null {
  const { status, code, message, answer } = refusal;
  const { origin } = new URL(server.baseUrl);
  const isAsked = ({ service }: { readonly service: ServiceKey }): boolean =>
    server.services[service] === what;
  if (status === 401) return signInRefused(server, origin, answer.headers.get('www-authenticate'));
  if (status === 403 || /permission/i.test(`${code} ${message}`)) {
    const isBills = pagesOf(LEDGER_PAGES.payable).some(isAsked);
    const code = isBills ? 'navBillsPermissionMissing' : 'navPermissionMissing';
    return new Problem(code, { what, detail: message || code || `HTTP ${status}` });
  }
  if (status !== 404) return null;
  if (/company/i.test(code) || (code === '' && /company/i.test(message))) {
    return new Problem('navCompanyNotFound', { company: server.company });
  }
  if (what === METADATA || (code === '' && message === '')) {
    return new Problem('navNoODataV4', { address: server.baseUrl });
  }
  const page = ALL_PAGES.find(isAsked);
  return page === undefined ? null : new Problem('navServiceMissing', { service: what, page: page.title });
}

/** A server that offers Windows sign-in alone takes no key, whatever the key. */
function signInRefused({ user }: RefusingServer, origin: string, offered: string | null): Problem {
  const schemes = [...(offered ?? '').matchAll(/\b(Negotiate|NTLM|Basic|Bearer)\b/gi)].map(
    ([scheme]) => scheme,
  );
  const windows = schemes.some((scheme) => /negotiate|ntlm/i.test(scheme));
  if (windows && !schemes.some((scheme) => /basic/i.test(scheme))) {
    return new Problem('navWindowsSignIn', { origin, schemes: [...new Set(schemes)].join(', ') });
  }
  return new Problem('navSignInRefused', { origin, user });
}
