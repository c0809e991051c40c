import type { MicrosoftApp } from '@/utils/microsoft-sign-in/ports';

export const API_HOST = 'api.businesscentral.dynamics.com';

/** Every environment the user may see. Source: Microsoft's "Get environments" of the automation documentation. */
export const ENVIRONMENTS = `https://${API_HOST}/environments/v1.2`;

/** Where a company's data is found. Source: Microsoft's "Endpoints for the APIs". */
export interface Place extends Pick<MicrosoftApp, 'tenantId'> {
  readonly environment: string;
}

export function companiesAddress(place: Place): string {
  return `${environmentAddress(place)}/api/v2.0/companies`;
}

export function documentsAddress(place: Place, companyId: string, entitySet: string): string {
  return `${companiesAddress(place)}(${companyId})/${entitySet}`;
}

/** A list of the analytics API, which has the ledgers. */
export function ledgerAddress(place: Place, companyId: string, entitySet: string): string {
  return `${environmentAddress(place)}/api/microsoft/analytics/v1.0/companies(${companyId})/${entitySet}`;
}

function environmentAddress({ tenantId, environment }: Place): string {
  return `https://${API_HOST}/v2.0/${tenantId}/${encodeURIComponent(environment)}`;
}
