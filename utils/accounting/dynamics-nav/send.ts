import type { ODataOptions } from '@/utils/accounting/odata/client';
import type { HttpClient } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';
import { basicAuthorization } from './authorization';

export interface SendOptions {
  readonly http: HttpClient;
  readonly user: string;
  readonly webServiceKey: string;
}

/**
 * Sends requests signed in with user and key. While the server has not answered once, nothing tells a wrong name from
 * a closed port or an untrusted certificate: a browser keeps that to itself.
 */
export function createSend({ http, user, webServiceKey }: SendOptions): ODataOptions['send'] {
  let hasAnswered = false;
  return async (url, headers, signal) => {
    const Authorization = basicAuthorization(user, webServiceKey);
    try {
      // Without credentials, so that neither cookies nor a cached Windows sign-in come along with the header.
      const answer = await http.send(
        { url, headers: { ...headers, Authorization }, credentials: 'omit' },
        signal,
      );
      hasAnswered = true;
      return answer;
    } catch (error) {
      if (hasAnswered || !isUnanswered(error)) throw error;
      throw new Problem('navUnreachable', { origin: new URL(url).origin }, { retryable: true, cause: error });
    }
  };
}

function isUnanswered(error: unknown): boolean {
  return error instanceof Problem && ['network', 'timeout'].includes(error.reason.code);
}
