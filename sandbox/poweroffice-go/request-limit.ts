const REQUESTS = 10;
const WINDOW_MS = 1000;

/** The limit of the vendor's gateway: ten requests in any second for each subscription key. */
export interface RequestLimit {
  /** Takes a request at the instant `now` (ms), or refuses it. Refused requests do not count. */
  admits(subscriptionKey: string, now: number): boolean;
  /** How many requests were refused. */
  readonly refused: number;
}

export function createRequestLimit(): RequestLimit {
  const admitted = new Map<string, number[]>();
  let refused = 0;
  return {
    admits(subscriptionKey, now) {
      const recent = (admitted.get(subscriptionKey) ?? []).filter((at) => now - at < WINDOW_MS);
      const admit = recent.length < REQUESTS;
      if (admit) recent.push(now);
      else refused += 1;
      admitted.set(subscriptionKey, recent);
      return admit;
    },
    get refused() {
      return refused;
    },
  };
}

/** As documented, the status code being a string. */
export function tooManyRequests(): Response {
  return Response.json(
    { statusCode: '429', message: 'Rate limit is exceeded. Try again in 1 seconds.' },
    { status: 429, headers: { 'Retry-After': '1' } },
  );
}
