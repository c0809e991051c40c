/** How many requests a host takes in a sliding window of time. */
export interface HostLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** A block of requests that may leave for a host from an epoch time in ms on, and no later than {@link BLOCK_MS} after it. */
export interface HostUse {
  readonly at: number;
  readonly count: number;
  /** When it was reserved, in epoch ms; left out by versions before there were several who share a memory. */
  readonly noted?: number;
  /** Who reserved it; left out by the same. */
  readonly by?: string;
}

/**
 * Remembers what was reserved, since a worker may die and wake up within a host's window, and since the worker and the
 * extension's pages together must keep to what a host takes.
 */
export interface LimitMemory {
  /** Replaces what is remembered of a host, as one step: nobody else changes it in between. */
  change(host: string, next: (uses: readonly HostUse[]) => readonly HostUse[]): Promise<void>;
}

export interface RateLimit {
  /** Resolves when one more request to the host stays within its limit. @throws the signal's reason */
  take(host: string, signal: AbortSignal): Promise<void>;
  /** How many requests each host was sent by this one. */
  sent(): ReadonlyMap<string, number>;
  /** Milliseconds until so many more requests could have been sent to a host, as far as others' are known. */
  wait(host: string, more: number): number;
}

export interface RateLimitOptions {
  readonly limitOf: (host: string) => HostLimit;
  /** Epoch ms, the same for all who share a memory. */
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward. */
  readonly monotonicNow: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly memory: LimitMemory;
  /** A name that nobody else who shares the memory has. */
  readonly name: string;
}

/** Requests are reserved in blocks before they are sent, so that memory is written to once for so many. */
const BLOCK = 10;

/** A block may be used up this long after its beginning; what is left of it then lapses. */
const BLOCK_MS = 1_000;

/** All moments by the clock that only goes forward. */
interface HostState {
  /** When the latest requests were sent. */
  sent: readonly number[];
  /** The latest moments at which others may send what they have reserved. */
  others: readonly number[];
  /** What is reserved and not sent yet: how much, and from when until when it may be. */
  left: number;
  from: number;
  until: number;
  /** How many wait for their turn. */
  waiting: number;
  lastTurn: Promise<unknown>;
}

/**
 * Keeps every host within its limit over any window, not only on average: a request waits until the one that many
 * places before it has left the window. Own requests count by when they were sent; of others' only the block is known,
 * so they count from its beginning until its end. Whoever reserves sees all that was reserved before, so that no two
 * give away the same room. What cannot be remembered does not keep a request from being sent.
 */
export function createRateLimit(options: RateLimitOptions): RateLimit {
  const { limitOf, now, monotonicNow, sleep, memory, name } = options;
  const states = new Map<string, HostState>();
  const sent = new Map<string, number>();

  function stateOf(host: string): HostState {
    const known = states.get(host);
    if (known !== undefined) return known;
    const lastTurn = Promise.resolve();
    const state = { sent: [], others: [], left: 0, from: 0, until: 0, waiting: 0, lastTurn };
    states.set(host, state);
    return state;
  }

  /** Reserves the next requests that the host takes, at least one. */
  async function reserve(host: string, state: HostState): Promise<void> {
    const limit = limitOf(host);
    const add = (uses: readonly HostUse[]): readonly HostUse[] => {
      const [at, moment] = [now(), monotonicNow()];
      // What was noted later than now was noted before the clock was set back.
      const recent = uses.filter(
        (use) => (use.noted ?? use.at) <= at + BLOCK_MS && at < use.at + BLOCK_MS + limit.windowMs,
      );
      state.others = recent
        .filter(({ by }) => by !== name)
        .flatMap((use) => Array.from<number>({ length: use.count }).fill(moment + use.at + BLOCK_MS - at));
      const slots = slotsOf(state);
      const slot = nextSlot(slots, limit, moment);
      const room = limit.requests - slots.filter((each) => each > slot - limit.windowMs).length;
      state.left = Math.min(BLOCK, room);
      const own = recent.findLast(({ by }) => by === name);
      const begins = at + slot - moment;
      // The block begun last takes one more, so that a host at its limit is not noted request by request.
      const isOpen = own !== undefined && own.at <= begins && begins < own.at + BLOCK_MS;
      state.from = slot;
      state.until = (isOpen ? moment + own.at - at : slot) + BLOCK_MS;
      return isOpen
        ? recent.map((use) => (use === own ? { ...own, count: own.count + state.left, noted: at } : use))
        : [...recent, { at: begins, count: state.left, noted: at, by: name }];
    };
    await memory.change(host, add).catch(() => void add([]));
  }

  async function turn(host: string, state: HostState, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      if (state.left === 0 || monotonicNow() > state.until) await reserve(host, state);
      const early = state.from - monotonicNow();
      if (early <= 0) break;
      await sleep(early, signal);
    }
    state.left -= 1;
    state.sent = [...state.sent, monotonicNow()].slice(-limitOf(host).requests);
    sent.set(host, (sent.get(host) ?? 0) + 1);
  }

  return {
    async take(host, signal) {
      const state = stateOf(host);
      state.waiting += 1;
      const taken = state.lastTurn
        .then(() => turn(host, state, signal))
        .finally(() => void (state.waiting -= 1));
      state.lastTurn = taken.catch(() => undefined);
      await unlessAborted(taken, signal);
    },

    sent: () => sent,

    wait(host, more) {
      const limit = limitOf(host);
      const state = states.get(host);
      if (more <= 0) return 0;
      const all = more + (state?.waiting ?? 0);
      const slots = state === undefined ? [] : slotsOf(state);
      // The last of them waits whole windows for others of these, and the first of those for one already sent.
      const windows = Math.floor((all - 1) / limit.requests);
      const before = slots[slots.length + all - 1 - (windows + 1) * limit.requests];
      const first = before === undefined ? 0 : Math.max(0, before + limit.windowMs - monotonicNow());
      return first + windows * limit.windowMs;
    },
  };
}

function slotsOf({ sent, others }: HostState): readonly number[] {
  return [...sent, ...others].sort((a, b) => a - b);
}

/** When one more request may leave at the earliest. */
function nextSlot(slots: readonly number[], { requests, windowMs }: HostLimit, moment: number): number {
  const before = slots.at(-requests);
  return before === undefined ? moment : Math.max(moment, before + windowMs);
}

/** Whoever waits behind others does not wait for them once its signal ends it. */
function unlessAborted(taken: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    void taken.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}
