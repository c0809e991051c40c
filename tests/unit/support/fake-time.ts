/** A clock that goes forward only when somebody sleeps on it. */
export function fakeTime(start = 0) {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    advance: (ms: number) => void (now += ms),
    sleep: (ms: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}
