/** How many requests a host takes in a sliding window of time. */
export interface HostLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** So many requests that were about to be sent to a host at an epoch time in ms. */
export interface HostUse {
  readonly at: number;
  readonly count: number;
}

/** Remembers what was sent, since a worker may die and wake up within a host's window. */
export interface LimitMemory {
  load(host: string): Promise<readonly HostUse[]>;
  save(host: string, uses: readonly HostUse[]): Promise<void>;
}

export interface RateLimit {
  /** Resolves when one more request to the host stays within its limit. @throws the signal's reason */
  take(host: string, signal: AbortSignal): Promise<void>;
  /** How many requests each host was sent since the worker woke. */
  sent(): ReadonlyMap<string, number>;
  /** Milliseconds until so many more requests could have been sent to a host. */
  wait(host: string, more: number): number;
}

export interface RateLimitOptions {
  readonly limitOf: (host: string) => HostLimit;
  /** Epoch ms; only tells how long ago a remembered request was. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly memory: LimitMemory;
}

/** Requests are remembered in blocks before they are sent, so that memory is written to once for so many. */
const BLOCK = 10;

/** A block may be used up this long after it was written down; what is left of it then lapses. */
const BLOCK_MS = 1_000;

interface HostState {
  /** When the latest requests were or will be sent, by the clock that only goes forward. */
  readonly sent: number[];
  uses: readonly HostUse[];
  left: number;
  leftUntil: number;
}

/**
 * Keeps every host within its limit over any window, not only on average: a request waits until the one that
 * many places before it has left the window. What cannot be remembered does not keep a request from being sent.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { limitOf, now, monotonicNow, sleep, memory } = options;
  const states = new Map<string, Promise<HostState>>();
  const known = new Map<string, HostState>();
  const sent = new Map<string, number>();

  async function restore(host: string, { requests, windowMs }: HostLimit): Promise<HostState> {
    const uses = await memory.load(host).catch(() => []);
    const recent = uses.filter(({ at }) => at > now() - windowMs - BLOCK_MS && at <= now());
    const sent = recent.flatMap(({ at, count }) => {
      const latest = Math.min(now(), at + BLOCK_MS);
      return Array.from({ length: count }, () => monotonicNow() - (now() - latest));
    });
    return { sent: sent.slice(-requests), uses: recent, left: 0, leftUntil: 0 };
  }

  async function remember(host: string, state: HostState, { requests, windowMs }: HostLimit): Promise<void> {
    if (state.left > 0 && monotonicNow() < state.leftUntil) {
      state.left -= 1;
      return;
    }
    const count = Math.min(BLOCK, requests);
    state.left = count - 1;
    state.leftUntil = monotonicNow() + BLOCK_MS;
    state.uses = [...state.uses.filter(({ at }) => at > now() - windowMs - BLOCK_MS), { at: now(), count }];
    await memory.save(host, state.uses).catch(() => undefined);
  }

  return {
    async take(host, signal) {
      const limit = limitOf(host);
      const restored = states.get(host) ?? restore(host, limit);
      states.set(host, restored);
      const state = await restored;
      known.set(host, state);
      sent.set(host, (sent.get(host) ?? 0) + 1);
      const asked = monotonicNow();
      const previous = state.sent.at(-limit.requests);
      const slot = previous === undefined ? asked : Math.max(asked, previous + limit.windowMs);
      state.sent.push(slot);
      if (state.sent.length > limit.requests) state.sent.shift();
      if (slot > asked) await sleep(slot - asked, signal);
      await remember(host, state, limit);
    },

    sent: () => sent,

    wait(host, more) {
      const { requests, windowMs } = limitOf(host);
      if (more <= 0) return 0;
      const slots = known.get(host)?.sent ?? [];
      // The last of them waits whole windows for others of these, and the first of those for one already sent.
      const windows = Math.floor((more - 1) / requests);
      const before = slots[slots.length + more - 1 - (windows + 1) * requests];
      const first = before === undefined ? 0 : Math.max(0, before + windowMs - monotonicNow());
      return first + windows * windowMs;
    },
  };
}
