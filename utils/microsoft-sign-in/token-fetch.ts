import type { CustomFetchOptions } from 'oauth4webapi';
import type { HttpClient } from '@/utils/http/http-client';
import { Problem } from '@/utils/payments/problem';

/**
 * Lets the OAuth library send its requests with our client. They are sent from the extension's worker, whose own
 * Origin header is what Microsoft asks of a single-page application; nothing sets or removes it here.
 * @throws Problem `network`, `timeout`, or `httpStatus` where Microsoft itself failed
 */
export function tokenFetch(http: HttpClient) {
  return async (
    url: string,
    { headers, body, signal }: CustomFetchOptions<'POST', URLSearchParams>,
  ): Promise<Response> => {
    const answer = await http.send(
      { method: 'POST', url, headers, body: body.toString(), credentials: 'omit' },
      signal ?? new AbortController().signal,
    );
    if (answer.status >= 500) {
      const params = { host: new URL(url).host, status: String(answer.status) };
      throw new Problem('httpStatus', params, { retryable: true });
    }
    return new Response(answer.text, { status: answer.status, headers: answer.headers });
  };
}
