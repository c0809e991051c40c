type Timers = Pick<Window, 'setTimeout' | 'clearTimeout'>;

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
): () => void {
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
  return () => {
    if (signal.aborted) return;
    timers.clearTimeout(wait);
    wait = timers.setTimeout(run, waitMs);
    limit ??= timers.setTimeout(run, atMostMs);
  };
}
