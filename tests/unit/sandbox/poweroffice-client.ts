import type { Hono } from 'hono';
import { POWEROFFICE_KEYS, type Keys } from '../../../sandbox/poweroffice-go/keys';

export const HOST = 'https://goapi.poweroffice.net';
export const NOW = Date.parse('2026-11-23T09:30:00Z');

/** A clock that stands still until it is moved. */
export function createClock(start = NOW) {
  let time = start;
  return {
    now: () => time,
    advance(ms: number) {
      time += ms;
    },
  };
}

interface TokenRequest {
  readonly keys?: Keys;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A token request that does everything right, but for what it is told to do otherwise. */
export async function askForToken(
  api: Hono,
  {
    keys = POWEROFFICE_KEYS,
    path = '/OAuth/Token',
    headers = {},
    body = 'grant_type=client_credentials',
  }: TokenRequest = {},
): Promise<Response> {
  return api.fetch(
    new Request(HOST + path, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${btoa(`${keys.applicationKey}:${keys.clientKey}`)}`,
        'Ocp-Apim-Subscription-Key': keys.subscriptionKey,
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        ...headers,
      },
      body,
    }),
  );
}

/** Signs in and returns a function that sends GET requests, as a client does that keeps all the rules. */
export async function signIn(api: Hono, keys: Keys = POWEROFFICE_KEYS, path = '/OAuth/Token') {
  const { access_token: token } = (await (await askForToken(api, { keys, path })).json()) as {
    access_token: string;
  };
  return async (resource: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { Authorization: `Bearer ${token}`, 'Ocp-Apim-Subscription-Key': keys.subscriptionKey };
    return api.fetch(new Request(HOST + resource, { headers, ...init }));
  };
}
