import { createHash } from 'node:crypto';
import type { HttpAnswer, HttpClient } from '@/utils/http/http-client';
import type { MicrosoftApp, SignInPorts } from '@/utils/microsoft-sign-in/ports';
import { createMicrosoftSignIn } from '@/utils/microsoft-sign-in/sign-in';
import { fakeTime } from '../../support/fake-time';

export const NOW = Date.parse('2026-03-10T12:00:00Z');
export const REDIRECT = 'https://our-id.chromiumapp.org/';
export const APP: MicrosoftApp = {
  connectionId: 'bc',
  tenantId: '11111111-2222-3333-4444-555555555555',
  clientId: '66666666-7777-8888-9999-000000000000',
};
export const never = new AbortController().signal;

export interface FakeEntra {
  /** Answers instead of the token endpoint where it returns something. */
  instead?: (body: URLSearchParams) => Partial<HttpAnswer> | undefined;
  /** What the authorization page ends with, instead of a code. */
  lands?: (page: URL, interactive: boolean) => string;
  claims?: Record<string, unknown>;
}

/** A directory that answers as Microsoft documents it, and remembers what it was asked. */
export function fakeEntra({ instead, lands, claims = {} }: FakeEntra = {}) {
  const time = fakeTime(NOW);
  const secrets = new Map<string, string>();
  const pages: { url: URL; interactive: boolean }[] = [];
  const asked: URLSearchParams[] = [];
  const challenges = new Map<string, { challenge: string; nonce: string }>();
  let refreshToken = '';
  let count = 0;

  function grant(nonce?: string): Partial<HttpAnswer> {
    count += 1;
    refreshToken = `refresh-${count}`;
    const idToken = {
      iss: `https://login.microsoftonline.com/${APP.tenantId}/v2.0`,
      aud: APP.clientId,
      sub: 'subject',
      iat: time.now() / 1000,
      exp: time.now() / 1000 + 3600,
      preferred_username: 'kari@nord-it.example',
      ...(nonce !== undefined && { nonce }),
      ...claims,
    };
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    return {
      status: 200,
      text: JSON.stringify({
        token_type: 'Bearer',
        expires_in: 3600,
        access_token: `access-${count}`,
        refresh_token: refreshToken,
        id_token: `${part({ alg: 'RS256', typ: 'JWT' })}.${part(idToken)}.c2ln`,
      }),
    };
  }

  function token(body: URLSearchParams): Partial<HttpAnswer> {
    if (body.get('grant_type') === 'refresh_token') {
      return body.get('refresh_token') === refreshToken ? grant() : refused('invalid_grant', 70008);
    }
    const begun = challenges.get(body.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = begun?.challenge === verifier && body.get('redirect_uri') === REDIRECT;
    return isRight ? grant(begun.nonce) : refused('invalid_grant', 501481);
  }

  const http: HttpClient = {
    send(request, signal) {
      signal.throwIfAborted();
      if (request.url !== `https://login.microsoftonline.com/${APP.tenantId}/oauth2/v2.0/token`) {
        return Promise.reject(new Error(`unexpected request to ${request.url}`));
      }
      const body = new URLSearchParams(request.body);
      asked.push(body);
      const headers = new Headers({ 'Content-Type': 'application/json' });
      const answer = instead?.(body) ?? token(body);
      return Promise.resolve({ status: 200, headers, text: '', tookMs: 5, ...answer });
    },
  };

  const locks = new Map<string, Promise<unknown>>();
  const ports: SignInPorts = {
    http,
    now: time.now,
    monotonicNow: time.now,
    vault: {
      get: (name) => Promise.resolve(secrets.get(name) ?? null),
      set: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
    },
    webAuthFlow: {
      redirectUrl: () => REDIRECT,
      launch: async (address, interactive) => {
        await Promise.resolve();
        const url = new URL(address);
        pages.push({ url, interactive });
        if (lands !== undefined) return lands(url, interactive);
        const code = `code-${pages.length}`;
        const param = (name: string): string => url.searchParams.get(name) ?? '';
        challenges.set(code, { challenge: param('code_challenge'), nonce: param('nonce') });
        return `${REDIRECT}?code=${code}&state=${param('state')}&session_state=1`;
      },
    },
    withLock: (name, task) => {
      const done = (locks.get(name) ?? Promise.resolve()).then(task, task);
      locks.set(name, done);
      return done;
    },
  };
  return { ports, signIn: createMicrosoftSignIn(ports), time, secrets, pages, asked };
}

/** A refusal as the token endpoint words it. */
export function refused(error: string, aadsts: number, status = 400): Partial<HttpAnswer> {
  const error_description = `AADSTS${aadsts}: What went wrong. Trace ID: 1 Timestamp: 2026-03-10`;
  return { status, text: JSON.stringify({ error, error_description, error_codes: [aadsts] }) };
}
