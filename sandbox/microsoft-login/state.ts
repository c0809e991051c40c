import { MICROSOFT_LOGIN } from './keys';

/** The platform a redirect address is registered under; it decides what may be redeemed and from where. */
export type RedirectType = 'spa' | 'web' | 'native';

/** An access token and what it opens. */
interface AccessToken {
  readonly tenant: string;
  /** The API it is meant for. */
  readonly audience: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** What a sign-in allows to be redeemed. */
export interface Grant {
  readonly redirect: string;
  readonly redirectType: RedirectType;
  readonly scopes: readonly string[];
  readonly nonce: string;
  /** Epoch ms of the sign-in by hand: renewals do not move it. */
  readonly signedInAt: number;
}

interface Code extends Grant {
  readonly challenge: string | null;
  readonly issuedAt: number;
}

/** What the sign-in service remembers. Tests clear `accessTokens` to revoke all of them half-way. */
export interface MicrosoftLoginState {
  /** The redirect addresses of the app registration, letter for letter. */
  readonly redirects: Map<string, RedirectType>;
  readonly accessTokens: Map<string, AccessToken>;
  /** A refresh token is gone once it has been used. */
  readonly refreshTokens: Map<string, Grant>;
  readonly codes: Map<string, Code>;
  /** The cookies of browsers in which somebody has signed in: without them nothing goes on silently. */
  readonly sessions: Set<string>;
  readonly knobs: MicrosoftLoginKnobs;
  /** Counts what is given out, so that no two are the same. */
  given: number;
}

/** Tests turn these while the sandbox runs. */
interface MicrosoftLoginKnobs {
  /** Whether anybody allowed the app to read Business Central. */
  consent: boolean;
  /** The user must prove something again, as after a change of password or place. */
  secondFactorDue: boolean;
  /** The sign-in page goes on by itself, so that nobody need press its button. */
  autoContinue: boolean;
}

export const BUSINESS_CENTRAL_AUDIENCE = 'https://api.businesscentral.dynamics.com';
export const ACCESS_LIFETIME_S = 3_600;

export function createMicrosoftLogin(): MicrosoftLoginState {
  return {
    redirects: new Map([[MICROSOFT_LOGIN.redirect, 'spa']]),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    sessions: new Set(),
    knobs: { consent: true, secondFactorDue: false, autoContinue: true },
    given: 0,
  };
}

/** A text that was never given out before and looks like nothing in particular. */
export function opaque(state: MicrosoftLoginState, kind: string): string {
  state.given += 1;
  return `${kind}.${btoa(`${kind} ${state.given}`).replaceAll('=', '')}${'Q'.repeat(24)}`;
}

/** Gives out an access token, as the token endpoint does after a sign-in. */
export function grantAccess(
  state: MicrosoftLoginState,
  {
    now,
    tenant = MICROSOFT_LOGIN.tenant,
    audience = BUSINESS_CENTRAL_AUDIENCE,
  }: { now: number; tenant?: string; audience?: string },
): string {
  const token = opaque(state, 'eyJ0eXAiOiJKV1QifQ');
  state.accessTokens.set(token, { tenant, audience, expiresAt: now + ACCESS_LIFETIME_S * 1000 });
  return token;
}
