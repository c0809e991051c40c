/** Waits after the first, second … failure in a row, in milliseconds. After the last one nothing is tried again. */
const WAITS = [5_000, 15_000, 45_000, 120_000];

/** Keeps a failing question from being asked over and over. */
export interface BackOff {
  /** Whether nothing may be asked now. */
  resting(): boolean;
  /** Notes a failure; `again` is called when it is time for another try, if there is to be one. */
  failed(again: () => void): void;
  /** Starts afresh, after a success or because somebody asked for it. */
  reset(): void;
}

export function createBackOff(
  window: Pick<Window, 'setTimeout' | 'clearTimeout'>,
  signal: AbortSignal,
): BackOff {
  let failures = 0;
  let resting = false;
  let timer: number | undefined;
  const stop = (): void => window.clearTimeout(timer);
  signal.addEventListener('abort', stop);
  return {
    resting: () => resting,
    failed(again) {
      const wait = WAITS[failures];
      failures += 1;
      resting = true;
      stop();
      if (wait === undefined || signal.aborted) return;
      timer = window.setTimeout(() => {
        resting = false;
        again();
      }, wait);
    },
    reset() {
      stop();
      failures = 0;
      resting = false;
    },
  };
}
