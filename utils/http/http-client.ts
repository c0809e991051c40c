import { createFetch } from 'ofetch';
import pLimit, { type LimitFunction } from 'p-limit';
import { Problem } from '@/utils/payments/problem';
import type { RateLimit } from './rate-limit';
import { retryWaitMs } from './retry-wait';
import { withoutProofs } from './without-proofs';

export interface HttpRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Already in its wire form: the client adds nothing to it. */
  readonly body?: string;
  readonly credentials?: RequestCredentials;
  /** Of a request that is no GET: whether it changes nothing, and so may be repeated and broken off like one. */
  readonly repeatable?: boolean;
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
   * Sends a request and returns whatever the server answered, whatever its status. The signal ends waits and reads;
   * a write that has been sent is let come to its end, since its answer tells what was done.
   * @throws Problem `network` or `timeout`; the signal's own reason when it was aborted
   */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
}

export interface HttpClientOptions {
  readonly fetch: typeof fetch;
  readonly limit: Pick<RateLimit, 'take'>;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Between 0 and 1; spreads repetitions. */
  readonly random: () => number;
  /** How long one try may take. */
  readonly timeoutMs?: number;
  /** How many requests a host takes under way at once, whoever sends them; left out, as many as there are. */
  readonly atOnce?: (host: string) => number | undefined;
}

const TRIES = 4;
const TIMEOUT_MS = 60_000;

/** Answers after which the same read may succeed later. */
const REPEAT_READS_ON = [429, 500, 502, 503, 504];

/** Answers after which a write was surely not carried out. */
const REPEAT_WRITES_ON = [429];

/**
 * One HTTP client for every vendor: waits for the host's rate limit, gives every try its own timeout, repeats
 * what may be repeated. A write whose answer was lost is not repeated, since it may have been carried out.
 *
 * The repetition is ours because waits must follow the given clock, `Retry-After` and the rate limit; ofetch's
 * own shares one signal over all tries and repeats POST (unjs/ofetch#621), so it is off.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { limit, monotonicNow, sleep, random, timeoutMs = TIMEOUT_MS, atOnce = () => undefined } = options;
  const turns = new Map<string, LimitFunction>();
  const ofetch = createFetch({ fetch: options.fetch, Headers, AbortController });

  function inTurn<T>({ url }: HttpRequest, task: () => Promise<T>): Promise<T> {
    const { host } = new URL(url);
    const most = atOnce(host);
    if (most === undefined) return task();
    const turn = turns.get(host) ?? pLimit(most);
    turns.set(host, turn);
    return turn(task);
  }

  async function tryOnce(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { url, method = 'GET', headers, body, credentials } = request;
    const { host } = new URL(url);
    await limit.take(host, signal);
    signal.throwIfAborted();
    const tooLate = new AbortController();
    const over = new AbortController();
    sleep(timeoutMs, over.signal).then(
      () => tooLate.abort(),
      () => undefined,
    );
    const sentAt = monotonicNow();
    try {
      const response = await ofetch.raw<string, 'text'>(url, {
        method,
        retry: 0,
        responseType: 'text',
        ignoreResponseError: true,
        // An answer must be this moment's, never the browser's HTTP cache.
        cache: 'no-store',
        signal: isRead(request) ? AbortSignal.any([signal, tooLate.signal]) : tooLate.signal,
        ...(headers && { headers: { ...headers } }),
        ...(body !== undefined && { body }),
        ...(credentials && { credentials }),
      });
      const { status, headers: answered } = response;
      const answer = {
        status,
        headers: answered,
        text: response._data ?? '',
        tookMs: monotonicNow() - sentAt,
      };
      return withoutProofs(answer, request);
    } catch (cause) {
      if (isRead(request)) signal.throwIfAborted();
      const code = tooLate.signal.aborted ? 'timeout' : 'network';
      throw new Problem(code, { host }, { retryable: true, cause });
    } finally {
      over.abort();
    }
  }

  return {
    async send(request, signal) {
      const mayRepeat = isRead(request);
      const repeatOn = mayRepeat ? REPEAT_READS_ON : REPEAT_WRITES_ON;
      for (let tried = 1; ; tried += 1) {
        let answer: HttpAnswer | undefined;
        try {
          answer = await inTurn(request, () => tryOnce(request, signal));
          if (tried === TRIES || !repeatOn.includes(answer.status)) return answer;
        } catch (error) {
          if (tried === TRIES || !mayRepeat || signal.aborted) throw error;
        }
        await sleep(retryWaitMs(tried, answer?.headers ?? null, random), signal);
      }
    },
  };
}

/** Whether the request changes nothing on the server. */
function isRead({ method = 'GET', repeatable = false }: HttpRequest): boolean {
  return method === 'GET' || repeatable;
}
