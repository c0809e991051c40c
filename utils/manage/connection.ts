import type { HttpAnswer, HttpClient, HttpRequest } from '@/utils/http/http-client';
import { stringifyExactly } from '@/utils/http/exact-json';
import { parseJson } from '@/utils/http/json';
import { credentialHeaders, type ManageCredentials } from './credentials';
import { queryString } from './query-string';
import { isRefusal, refusal } from './refusal';

/** A request to the Manage API in its own terms. */
export interface ManageCall {
  readonly method?: NonNullable<HttpRequest['method']>;
  /** Below `apis/3.0`, with a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Numbers that arrived as text go out as the same text. */
  readonly body?: unknown;
}

/** A signed-in way to the Manage API. */
export interface ManageConnection {
  readonly host: string;
  /** How many characters the address of a call has. */
  lengthOf(call: ManageCall): number;
  /** @throws Problem for anything that is no success */
  send(call: ManageCall, signal: AbortSignal): Promise<HttpAnswer>;
  /** The same, and what the answer's JSON holds. @throws Problem */
  json(call: ManageCall, signal: AbortSignal): Promise<unknown>;
}

/**
 * No version of the API is asked for: Manage keeps old ones for twelve months only and counts new fields as
 * compatible, so the newest is the one that lasts. Source: ConnectWise Developer Guide, "Versioning".
 */
export function createConnection(options: {
  readonly http: HttpClient;
  readonly base: string;
  readonly credentials: ManageCredentials;
}): ManageConnection {
  const { http, base, credentials } = options;
  const { host } = new URL(base);
  const { signIn } = credentials;

  const urlOf = ({ path, query = {} }: ManageCall): string => {
    const search = queryString(query);
    return `${base}${path}${search === '' ? '' : `?${search}`}`;
  };

  async function send(call: ManageCall, signal: AbortSignal): Promise<HttpAnswer> {
    const body = call.body === undefined ? undefined : stringifyExactly(call.body);
    const method = call.method ?? 'GET';
    const answer = await http.send(
      {
        method,
        url: urlOf(call),
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...call.headers,
          ...credentialHeaders(credentials),
        },
        credentials: signIn === 'session' ? 'include' : 'omit',
        ...(body === undefined ? {} : { body }),
      },
      signal,
    );
    if (isRefusal(answer)) throw refusal(answer, { host, signIn, isWrite: method !== 'GET' });
    return answer;
  }

  return {
    host,
    send,
    lengthOf: (call) => urlOf(call).length,
    json: async (call, signal) => parseJson((await send(call, signal)).text, host),
  };
}
