/** Whoever sleeps longer than this waits for something to go wrong. */
const LONG_MS = 10_000;
const LONG_WAIT_MS = 500;

/** What is enough where no server answers. */
export const NO_SERVER_MS = 0;

/**
 * A clock that goes forward only when somebody sleeps on it. A sleeper wakes at once, or where it sleeps long after a
 * very small part of the time, in which a server's answer that takes no time by this clock has long arrived.
 */
export function fakeTime(start = 0, longWaitMs = LONG_WAIT_MS) {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    advance: (ms: number) => void (now += ms),
    sleep: (ms: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const wake = (): void => {
          signal.removeEventListener('abort', end);
          slept.push(ms);
          now += ms;
          resolve();
        };
        const end = (): void => {
          clearTimeout(long);
          clearImmediate(short);
          reject(signal.reason as Error);
        };
        const long = ms > LONG_MS ? setTimeout(wake, longWaitMs) : undefined;
        const short = long === undefined ? setImmediate(wake) : undefined;
        signal.addEventListener('abort', end, { once: true });
      });
    },
  };
}
