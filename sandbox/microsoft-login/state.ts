/** An access token and what it opens. */
export interface AccessToken {
  readonly tenant: string;
  /** The API it is meant for. */
  readonly audience: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** What the sign-in service remembers. Tests clear `accessTokens` to revoke all of them half-way. */
export interface MicrosoftLoginState {
  readonly accessTokens: Map<string, AccessToken>;
}

export const BUSINESS_CENTRAL_AUDIENCE = 'https://api.businesscentral.dynamics.com';
export const ACCESS_LIFETIME_S = 3_600;

export function createMicrosoftLogin(): MicrosoftLoginState {
  return { accessTokens: new Map() };
}

/** Gives out an access token, as the token endpoint does after a sign-in. */
export function grantAccess(
  { accessTokens }: MicrosoftLoginState,
  { tenant, now, audience = BUSINESS_CENTRAL_AUDIENCE }: { tenant: string; now: number; audience?: string },
): string {
  const token = `eyJ0eXAiOiJKV1QifQ.${btoa(`access ${accessTokens.size + 1} ${tenant}`).replaceAll('=', '')}.sandbox`;
  accessTokens.set(token, { tenant, audience, expiresAt: now + ACCESS_LIFETIME_S * 1000 });
  return token;
}
