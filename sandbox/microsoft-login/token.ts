import { checkClient, checkTenant } from './app-registration';
import { idToken } from './id-token';
import { LoginRefusal } from './refusal';
import { ACCESS_LIFETIME_S, grantAccess, opaque, type Grant, type MicrosoftLoginState } from './state';

const CODE_LIFETIME_MS = 600_000;
const HOUR_MS = 3_600_000;
/** A single-page application's refresh token dies a day after the sign-in, however often it is renewed. */
const REFRESH_LIFETIME_MS = { spa: 24 * HOUR_MS, native: 90 * 24 * HOUR_MS, web: 90 * 24 * HOUR_MS } as const;
const GRAPH = 'https://graph.microsoft.com';

/** POST …/token: codes and refresh tokens for access tokens. */
export async function token(
  state: MicrosoftLoginState,
  tenant: string,
  request: Request,
  now: number,
): Promise<Response> {
  const origin = request.headers.get('origin');
  try {
    checkTenant(tenant);
    const form = await formOf(request);
    checkClient(form.get('client_id') ?? '');
    const grant = await redeem(state, form, origin, now);
    const { scopes } = grant;
    const resource = /^(https:\/\/[^/]+)\//.exec(
      scopes.find((scope) => scope.startsWith('https://')) ?? '',
    )?.[1];
    const access_token = grantAccess(state, { now, audience: resource ?? GRAPH });
    const body: Record<string, unknown> = {
      token_type: 'Bearer',
      scope: `${resource ?? GRAPH}/Financials.ReadWrite.All ${resource ?? GRAPH}/.default`,
      expires_in: ACCESS_LIFETIME_S,
      ext_expires_in: ACCESS_LIFETIME_S,
      access_token,
    };
    if (scopes.includes('offline_access')) {
      const next = opaque(state, '1.AR');
      state.refreshTokens.set(next, grant);
      body['refresh_token'] = next;
    }
    if (scopes.includes('openid')) body['id_token'] = idToken(grant, now);
    return withCors(Response.json(body, { headers: { 'Cache-Control': 'no-store, no-cache' } }), origin);
  } catch (error) {
    if (error instanceof LoginRefusal) return withCors(error.toResponse(now), origin);
    throw error;
  }
}

async function formOf(request: Request): Promise<URLSearchParams> {
  const [type = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/x-www-form-urlencoded') {
    throw new LoginRefusal(
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'grant_type'.",
    );
  }
  return new URLSearchParams(await request.text());
}

async function redeem(
  state: MicrosoftLoginState,
  form: URLSearchParams,
  origin: string | null,
  now: number,
): Promise<Grant> {
  const type = form.get('grant_type');
  if (type === 'authorization_code') return redeemCode(state, form, origin, now);
  if (type === 'refresh_token') return redeemRefreshToken(state, form, origin, now);
  if (type === 'client_credentials') {
    if (origin !== null) throw crossOrigin();
    throw new LoginRefusal('invalid_client', 7000216, "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.", 401); // prettier-ignore
  }
  throw new LoginRefusal(
    'unsupported_grant_type',
    70003,
    `The app requested an unsupported grant type '${type}'.`,
  );
}

async function redeemCode(
  state: MicrosoftLoginState,
  form: URLSearchParams,
  origin: string | null,
  now: number,
): Promise<Grant> {
  const code = state.codes.get(form.get('code') ?? '');
  state.codes.delete(form.get('code') ?? '');
  if (code === undefined) {
    throw new LoginRefusal('invalid_grant', 9002313, 'Invalid request. The authorization code is unknown or was redeemed already.'); // prettier-ignore
  }
  if (now - code.issuedAt >= CODE_LIFETIME_MS) {
    throw new LoginRefusal('invalid_grant', 70008, 'The provided authorization code or refresh token has expired due to inactivity.'); // prettier-ignore
  }
  if (form.get('redirect_uri') !== code.redirect) {
    throw new LoginRefusal('invalid_grant', 50011, `The redirect URI '${form.get('redirect_uri')}' is not the one the code was issued to.`); // prettier-ignore
  }
  checkOrigin(code, form, origin);
  if (code.challenge === null && code.redirectType === 'spa') {
    throw new LoginRefusal('invalid_request', 9002325, 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.'); // prettier-ignore
  }
  const verifier = form.get('code_verifier');
  if (code.challenge !== null && (verifier === null || (await challengeOf(verifier)) !== code.challenge)) {
    throw new LoginRefusal('invalid_grant', 501481, 'The Code_Verifier does not match the code_challenge supplied in the authorization request.'); // prettier-ignore
  }
  return code;
}

function redeemRefreshToken(
  state: MicrosoftLoginState,
  form: URLSearchParams,
  origin: string | null,
  now: number,
): Grant {
  const refresh = form.get('refresh_token') ?? '';
  const grant = state.refreshTokens.get(refresh);
  if (grant === undefined) {
    throw new LoginRefusal('invalid_grant', 70000, 'Provided grant is invalid or malformed.');
  }
  checkOrigin(grant, form, origin);
  if (now - grant.signedInAt >= REFRESH_LIFETIME_MS[grant.redirectType]) {
    throw grant.redirectType === 'spa'
      ? new LoginRefusal('invalid_grant', 700084, 'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.') // prettier-ignore
      : new LoginRefusal('invalid_grant', 700082, 'The refresh token has expired due to inactivity.');
  }
  state.refreshTokens.delete(refresh);
  return grant;
}

/** A browser's request names its origin, and what was registered decides whether it may or must. */
function checkOrigin({ redirectType }: Grant, form: URLSearchParams, origin: string | null): void {
  if (redirectType === 'spa' && origin === null) {
    throw new LoginRefusal('invalid_request', 9002327, "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests."); // prettier-ignore
  }
  if (redirectType !== 'spa' && origin !== null) throw crossOrigin();
  if (redirectType === 'spa' && form.has('client_secret')) {
    throw new LoginRefusal('invalid_client', 700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.", 401); // prettier-ignore
  }
  if (redirectType === 'web') {
    throw new LoginRefusal('invalid_client', 7000218, "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.", 401); // prettier-ignore
  }
}

function crossOrigin(): LoginRefusal {
  return new LoginRefusal('invalid_request', 9002326, "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type."); // prettier-ignore
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString('base64url');
}

function withCors(response: Response, origin: string | null): Response {
  if (origin !== null) response.headers.set('Access-Control-Allow-Origin', origin);
  return response;
}
