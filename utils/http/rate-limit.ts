/** How many requests a host takes in a sliding window of time. */
export interface HostLimit {
  readonly requests: number;
  readonly windowMs: number;
}

export interface RateLimit {
  /** Resolves when one more request to the host stays within its limit. @throws the signal's reason */
  take(host: string, signal: AbortSignal): Promise<void>;
}

export interface RateLimitOptions {
  readonly limitOf: (host: string) => HostLimit | undefined;
  readonly monotonicNow: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Keeps every host within its limit over any window, not only on average: a request waits until the one that
 * many places before it has left the window.
 */
export function createRateLimit({ limitOf, monotonicNow, sleep }: RateLimitOptions): RateLimit {
  const sentAt = new Map<string, number[]>();
  return {
    async take(host, signal) {
      const limit = limitOf(host);
      if (limit === undefined) return;
      const times = sentAt.get(host) ?? [];
      sentAt.set(host, times);
      const now = monotonicNow();
      const previous = times.at(-limit.requests);
      const slot = previous === undefined ? now : Math.max(now, previous + limit.windowMs);
      times.push(slot);
      if (times.length > limit.requests) times.splice(0, times.length - limit.requests);
      if (slot > now) await sleep(slot - now, signal);
    },
  };
}
