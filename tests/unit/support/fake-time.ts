/** A clock that goes forward only when somebody sleeps on it, and nothing that can happen at once is left. */
export function fakeTime(start = 0) {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    advance: (ms: number) => void (now += ms),
    sleep: (ms: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const waking = setImmediate(() => {
          slept.push(ms);
          now += ms;
          resolve();
        });
        signal.addEventListener('abort', () => {
          clearImmediate(waking);
          reject(signal.reason as Error);
        });
      });
    },
  };
}
