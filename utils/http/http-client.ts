import { createFetch } from 'ofetch';
import pRetry, { AbortError } from 'p-retry';
import { Problem } from '@/utils/payments/problem';
import type { RateLimit } from './rate-limit';

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Already in its wire form: the client adds nothing to it. */
  readonly body?: string;
  readonly credentials?: RequestCredentials;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** How long the answer took in ms, by a clock that only goes forward. */
  readonly tookMs: number;
}

export interface HttpClient {
  /**
   * Sends a request and returns whatever the server answered, whatever its status.
   * @throws Problem `network`, `timeout`, or the signal's own reason
   */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
}

export interface HttpClientOptions {
  readonly fetch: typeof fetch;
  readonly limit: RateLimit;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly timeoutMs?: number;
  /** First wait before a repetition; it doubles with each. */
  readonly retryWaitMs?: number;
}

const TRIES = 4;
const RETRY_READS_ON = [429, 500, 502, 503, 504];

/** The statuses after which a write was surely not carried out and may be sent again. */
const RETRY_WRITES_ON = [429];

/**
 * One HTTP client for every vendor: waits for the host's rate limit, gives every try its own timeout, repeats
 * what may be repeated. Reads are repeated after a lost connection too; a write whose answer was lost is not,
 * since it may have been carried out. ofetch's own retry is off: it shares one signal over all tries and
 * repeats POST (unjs/ofetch#621).
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { limit, monotonicNow, sleep, timeoutMs = 60_000, retryWaitMs = 500 } = options;
  const ofetch = createFetch({ fetch: options.fetch, Headers, AbortController });

  async function once(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { url, method = 'GET', headers, body, credentials } = request;
    const { host } = new URL(url);
    await limit.take(host, signal);
    const timeout = AbortSignal.timeout(timeoutMs);
    const startedAt = monotonicNow();
    try {
      const response = await ofetch.raw<string, 'text'>(url, {
        method,
        retry: 0,
        responseType: 'text',
        ignoreResponseError: true,
        signal: AbortSignal.any([signal, timeout]),
        ...(headers && { headers: { ...headers } }),
        ...(body !== undefined && { body }),
        ...(credentials && { credentials }),
      });
      return {
        status: response.status,
        headers: response.headers,
        text: response._data ?? '',
        tookMs: monotonicNow() - startedAt,
      };
    } catch (cause) {
      signal.throwIfAborted();
      throw new Problem(timeout.aborted ? 'timeout' : 'network', { host }, { retryable: true, cause });
    }
  }

  return {
    send(request, signal) {
      const isRead = (request.method ?? 'GET') === 'GET';
      const retryOn = isRead ? RETRY_READS_ON : RETRY_WRITES_ON;
      let last: HttpAnswer | undefined;
      return pRetry(
        async () => {
          last = undefined;
          try {
            last = await once(request, signal);
          } catch (error) {
            if (isRead && error instanceof Problem) throw error;
            throw new AbortError(error instanceof Error ? error : String(error));
          }
          if (!retryOn.includes(last.status)) return last;
          await sleep(retryAfterMs(last.headers) ?? 0, signal);
          throw new Error(`status ${last.status}`);
        },
        { retries: TRIES - 1, minTimeout: retryWaitMs, factor: 2, randomize: true, signal },
      ).catch((error: unknown) => {
        if (last !== undefined && !signal.aborted) return last;
        throw error;
      });
    },
  };
}

/** `Retry-After` in ms, when it is given in seconds; the date form is not used by these vendors. */
function retryAfterMs(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
