type Timers = Pick<Window, 'setTimeout' | 'clearTimeout'>;

/** Work that waits until it has not been called for anymore. */
export interface Debounced {
  (): void;
  /** Whether it was called for and not done since. */
  isDue(): boolean;
}

/**
 * Answers a function that does the work once calls have stopped for `waitMs`, or `atMostMs` after the first call
 * where they do not stop. Nothing is done after the signal.
 */
export function debounce(
  work: () => void,
  {
    waitMs,
    atMostMs,
    timers,
    signal,
  }: { waitMs: number; atMostMs: number; timers: Timers; signal: AbortSignal },
): Debounced {
  let wait: number | undefined;
  let limit: number | undefined;
  const stop = (): void => {
    timers.clearTimeout(wait);
    timers.clearTimeout(limit);
    wait = limit = undefined;
  };
  const run = (): void => {
    stop();
    work();
  };
  signal.addEventListener('abort', stop);
  const call = (): void => {
    if (signal.aborted) return;
    timers.clearTimeout(wait);
    wait = timers.setTimeout(run, waitMs);
    limit ??= timers.setTimeout(run, atMostMs);
  };
  return Object.assign(call, { isDue: () => limit !== undefined });
}
