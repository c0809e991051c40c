import type { ODataRefusal } from '@/utils/accounting/odata/refusal';
import { Problem } from '@/utils/payments/problem';

/** What a connection is set to, for people. */
export interface Setting {
  readonly environment: string;
  readonly company: string;
}

/**
 * What a refusal of Business Central means, where its own words say too little: an environment that does not exist
 * answers XML, a company that does not exist only its id. Null where the general words will do.
 */
export function refusedByBusinessCentral(
  { status, code, message }: ODataRefusal,
  what: string,
  { environment, company }: Setting,
): Problem | null {
  const detail = message || code || `HTTP ${status}`;
  if (code === 'NoEnvironment') return new Problem('businessCentralEnvironmentUnknown', { environment });
  if (code === 'Internal_CompanyNotFound') {
    return new Problem('businessCentralCompanyUnknown', { environment, company });
  }
  // The token was renewed before this, so it is the user whom Business Central does not take.
  if (status === 401) return new Problem('businessCentralUserRefused', { detail });
  if (status === 403) return new Problem('businessCentralForbidden', { what, detail });
  return null;
}
