import type { HttpClient } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import { POWEROFFICE_ENVIRONMENTS, type PowerOfficeEnvironment, type PowerOfficeKeys } from './environment';
import { refusal } from './refusal';
import { tokenSchema } from './schemas';

/** Renewed this long before it expires: the vendor asks clients to renew before expiry, not on a 401. */
const RENEW_BEFORE_MS = 60_000;

export interface TokenOptions {
  readonly http: HttpClient;
  readonly environment: PowerOfficeEnvironment;
  readonly keys: PowerOfficeKeys;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
}

export interface TokenSource {
  /**
   * The access token, the same one until shortly before it expires; whoever asks while it is being fetched waits
   * for that one request. A failed request is not remembered.
   * @throws Problem `powerOfficeKeysRefused` when the keys do not belong together
   */
  get(signal: AbortSignal): Promise<string>;
  /** Forgets a token the API no longer takes. One fetched since then stays. */
  drop(token: string): void;
}

interface Grant {
  readonly token: string;
  readonly renewAt: number;
}

/** Signs in with client credentials. Source: the vendor's OpenAPI description "Authentication". */
export function createTokenSource({ http, environment, keys, monotonicNow }: TokenOptions): TokenSource {
  let granted: Grant | undefined;
  let asking: { readonly answer: Promise<Grant>; readonly signal: AbortSignal } | undefined;

  async function request(signal: AbortSignal): Promise<Grant> {
    const url = POWEROFFICE_ENVIRONMENTS[environment].token;
    const { host } = new URL(url);
    const askedAt = monotonicNow();
    const answer = await http.send(
      {
        method: 'POST',
        url,
        headers: {
          Authorization: `Basic ${base64(`${keys.applicationKey}:${keys.clientKey}`)}`,
          'Ocp-Apim-Subscription-Key': keys.subscriptionKey,
          'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
          Accept: 'application/json',
        },
        body: 'grant_type=client_credentials',
        // Two tokens do no more harm than one.
        repeatable: true,
      },
      signal,
    );
    if (answer.status !== 200) throw refusal(answer, { environment, host, what: 'token' });
    const body = readShape(tokenSchema, parseJson(answer.text, host), 'PowerOffice Go token');
    // The vendor's sample says 600 s, 1200 s was seen: only the answer itself counts.
    const lifeMs = body.expires_in * 1000;
    return { token: body.access_token, renewAt: askedAt + lifeMs - Math.min(RENEW_BEFORE_MS, lifeMs / 2) };
  }

  async function askOnce(signal: AbortSignal): Promise<Grant> {
    try {
      return (granted = await request(signal));
    } finally {
      asking = undefined;
    }
  }

  return {
    async get(signal) {
      for (;;) {
        signal.throwIfAborted();
        if (granted !== undefined && monotonicNow() < granted.renewAt) return granted.token;
        const shared = (asking ??= { answer: askOnce(signal), signal });
        try {
          return (await shared.answer).token;
        } catch (error) {
          // Whoever asked first was stopped; that is no reason to fail for those who wait with it.
          if (!shared.signal.aborted || signal.aborted) throw error;
        }
      }
    },

    drop(token) {
      if (granted?.token === token) granted = undefined;
    },
  };
}

/** Base64 of the UTF-8 bytes: a key pasted with a stray character is refused by the server instead of throwing here. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
