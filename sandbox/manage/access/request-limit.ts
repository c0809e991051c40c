import { tooManyRequests } from '../refusal';

const MINUTE_MS = 60_000;

/** Source: ConnectWise Developer Guide, "Rate limiting". */
export const REQUESTS_PER_MINUTE = 1000;

/** Counts the requests of the last minute, over all of a site's hosts. */
export interface RequestLimit {
  /** How many requests were refused so far. */
  readonly refused: number;
  /** @throws Refusal 429 */
  take(): void;
}

/** @param clock milliseconds by a clock that only goes forward */
export function createRequestLimit(perMinute: number, clock: () => number): RequestLimit {
  let taken: number[] = [];
  let refused = 0;
  return {
    get refused() {
      return refused;
    },
    take() {
      const now = clock();
      taken = taken.filter((at) => at > now - MINUTE_MS);
      if (taken.length >= perMinute) {
        refused += 1;
        throw tooManyRequests();
      }
      taken.push(now);
    },
  };
}
