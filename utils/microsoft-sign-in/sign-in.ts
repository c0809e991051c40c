import {
  customFetch,
  getValidatedIdTokenClaims,
  None,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { Problem } from '@/utils/payments/problem';
import { authorityOf, clientOf, SCOPE } from './authority';
import { authorize, type Manner } from './authorize';
import type { MicrosoftAccount, MicrosoftApp, MicrosoftTokens, SignInPorts } from './ports';
import { signInProblem } from './refusal';
import { keepSignIn, readSignIn, type StoredSignIn } from './stored-sign-in';
import { tokenFetch } from './token-fetch';

/** Renewed so long before it expires. */
const RENEW_BEFORE_MS = 300_000;

/** Where Microsoft does not say how long an access token lives; its shortest is an hour. */
const LIFE_SECONDS = 3600;

export interface MicrosoftSignIn extends MicrosoftTokens {
  /** Lets the user sign in, in a window: only from a click. @throws Problem that says what is to be done */
  signIn(app: MicrosoftApp, signal: AbortSignal): Promise<MicrosoftAccount>;
}

interface Grant {
  readonly token: string;
  readonly renewAt: number;
  readonly of: MicrosoftApp;
}

/**
 * Signs in to Microsoft without a client secret, which an extension could not keep. The access token lives in
 * memory; the refresh token in the vault. Microsoft replaces the latter with every renewal and ends it 24 hours
 * after the user signed in, so only one caller at a time may use it, and after that only the user can help.
 */
export function createMicrosoftSignIn(ports: SignInPorts): MicrosoftSignIn {
  const { http, webAuthFlow, withLock, now, monotonicNow } = ports;
  const grants = new Map<string, Grant>();

  function granted(app: MicrosoftApp): string | null {
    const grant = grants.get(app.connectionId);
    if (grant === undefined || monotonicNow() >= grant.renewAt) return null;
    return grant.of.tenantId === app.tenantId && grant.of.clientId === app.clientId ? grant.token : null;
  }

  async function keep(
    app: MicrosoftApp,
    answer: TokenEndpointResponse,
    askedAt: number,
    before: Pick<StoredSignIn, 'account' | 'signedInAt' | 'refreshToken'>,
  ): Promise<MicrosoftAccount> {
    const claims = getValidatedIdTokenClaims(answer);
    const name = claims?.['preferred_username'];
    const account = typeof name === 'string' ? name : before.account;
    const refreshToken = answer.refresh_token ?? before.refreshToken;
    await keepSignIn(ports, app, { account, signedInAt: before.signedInAt, refreshToken });
    const lifeMs = (answer.expires_in ?? LIFE_SECONDS) * 1000;
    const renewAt = askedAt + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2);
    grants.set(app.connectionId, { token: answer.access_token, renewAt, of: app });
    return { name: account, signedInAt: before.signedInAt };
  }

  async function throughPage(
    app: MicrosoftApp,
    manner: Manner,
    before: Pick<StoredSignIn, 'account' | 'refreshToken'>,
    signal: AbortSignal,
  ): Promise<MicrosoftAccount> {
    const askedAt = monotonicNow();
    const answer = await authorize(app, manner, ports, signal);
    return keep(app, answer, askedAt, { ...before, signedInAt: now() });
  }

  async function renew(app: MicrosoftApp, stored: StoredSignIn, signal: AbortSignal): Promise<void> {
    const authority = authorityOf(app);
    const askedAt = monotonicNow();
    const options = { [customFetch]: tokenFetch(http), signal, additionalParameters: { scope: SCOPE } };
    let answer: TokenEndpointResponse;
    try {
      const client = clientOf(app);
      const response = await refreshTokenGrantRequest(
        authority,
        client,
        None(),
        stored.refreshToken,
        options,
      );
      answer = await processRefreshTokenResponse(authority, client, response);
    } catch (error) {
      signal.throwIfAborted();
      throw signInProblem(error, app, webAuthFlow.redirectUrl());
    }
    await keep(app, answer, askedAt, stored);
  }

  return {
    accessToken: async (app, signal) =>
      granted(app) ??
      withLock(lockOf(app), async () => {
        signal.throwIfAborted();
        // Whoever held the lock before may have renewed it.
        const renewed = granted(app);
        if (renewed !== null) return renewed;
        const stored = await readSignIn(ports, app);
        if (stored === null) throw new Problem('microsoftSignInMissing');
        try {
          await renew(app, stored, signal);
        } catch (error) {
          if (!(error instanceof Problem) || error.reason.code !== 'microsoftSignInNeeded') throw error;
          await throughPage(app, { interactive: false, accountHint: stored.account }, stored, signal);
        }
        const token = granted(app);
        if (token === null) throw new Problem('microsoftAnswerWrong');
        return token;
      }),

    drop(app, token) {
      if (grants.get(app.connectionId)?.token === token) grants.delete(app.connectionId);
    },

    async account(app) {
      const stored = await readSignIn(ports, app);
      return stored === null ? null : { name: stored.account, signedInAt: stored.signedInAt };
    },

    signIn: (app, signal) =>
      withLock(lockOf(app), () =>
        throughPage(app, { interactive: true }, { account: '', refreshToken: '' }, signal),
      ),
  };
}

function lockOf({ connectionId }: MicrosoftApp): string {
  return `microsoft-sign-in ${connectionId}`;
}
