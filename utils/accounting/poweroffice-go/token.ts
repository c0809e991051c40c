import type { HttpClient } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import { POWEROFFICE_ENVIRONMENTS, type PowerOfficeEnvironment, type PowerOfficeKeys } from './environment';
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

/**
 * Gives the access token of a client-credentials sign-in, the same one until shortly before it expires. Its
 * life is what the answer says: the vendor's sample says 600 s, 1200 s was seen.
 * @throws Problem `powerOfficeKeysRefused` when the keys do not belong together
 */
export function createTokenSource({ http, environment, keys, monotonicNow }: TokenOptions) {
  let current: Promise<{ token: string; renewAt: number }> | undefined;

  async function request(signal: AbortSignal): Promise<{ token: string; renewAt: number }> {
    const url = POWEROFFICE_ENVIRONMENTS[environment].token;
    const { host } = new URL(url);
    const askedAt = monotonicNow();
    const answer = await http.send(
      {
        method: 'POST',
        url,
        headers: {
          Authorization: `Basic ${btoa(`${keys.applicationKey}:${keys.clientKey}`)}`,
          'Ocp-Apim-Subscription-Key': keys.subscriptionKey,
          'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        },
        body: 'grant_type=client_credentials',
      },
      signal,
    );
    if (answer.status === 400 || answer.status === 401) throw new Problem('powerOfficeKeysRefused', { environment });
    if (answer.status !== 200) throw new Problem('httpStatus', { host, status: String(answer.status) });
    const body = readShape(tokenSchema, parseJson(answer.text, host), 'PowerOffice Go token');
    return { token: body.access_token, renewAt: askedAt + body.expires_in * 1000 - RENEW_BEFORE_MS };
  }

  return async (signal: AbortSignal): Promise<string> => {
    const known = await current?.catch(() => undefined);
    if (known !== undefined && monotonicNow() < known.renewAt) return known.token;
    current = request(signal);
    return (await current).token;
  };
}
