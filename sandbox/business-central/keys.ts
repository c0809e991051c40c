import { MICROSOFT_LOGIN } from '../microsoft-login/keys';

export const BUSINESS_CENTRAL_HOST = 'api.businesscentral.dynamics.com';

/** What a connection to Nord IT's books in Business Central is made of. */
export const BUSINESS_CENTRAL = {
  tenant: MICROSOFT_LOGIN.tenant,
  clientId: MICROSOFT_LOGIN.clientId,
  environment: 'Production',
  company: 'b5c1f3a4-2d6e-4f7a-9b80-1c3d5e7f9a02',
  companyName: 'Nord IT AS',
} as const;
