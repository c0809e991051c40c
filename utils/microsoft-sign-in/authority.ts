import { clockTolerance, type AuthorizationServer, type Client } from 'oauth4webapi';
import type { MicrosoftApp } from './ports';

export const MICROSOFT_SIGN_IN_HOST = 'login.microsoftonline.com';

/** Business Central's API with what the app registration was granted, a refresh token, and who it is. */
export const SCOPE = 'https://api.businesscentral.dynamics.com/.default offline_access openid profile';

const TEN_YEARS_IN_SECONDS = 315_576_000;

/**
 * The firm's own authority, written down instead of discovered: its addresses are fixed and documented.
 * Source: Microsoft identity platform, "OAuth 2.0 authorization code flow".
 */
export function authorityOf({ tenantId }: MicrosoftApp) {
  const base = `https://${MICROSOFT_SIGN_IN_HOST}/${tenantId}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
  } satisfies AuthorizationServer;
}

/**
 * The app as the OAuth library knows it. The id token tells only who signed in and comes straight from the token
 * endpoint, so that a computer whose clock is wrong need not be turned away for its time stamps.
 */
export function clientOf({ clientId }: MicrosoftApp): Client {
  return { client_id: clientId, [clockTolerance]: TEN_YEARS_IN_SECONDS };
}
