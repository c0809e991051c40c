/** A figure of several measurements of the same work. */
export interface Repeated {
  readonly value: number;
  readonly spread: readonly [low: number, high: number];
}

/**
 * The median of several measurements, with the lowest and the highest.
 * @throws RangeError when there is nothing to take the median of
 */
export function medianOf(measured: readonly number[]): Repeated {
  const sorted = [...measured].sort((a, b) => a - b);
  const low = sorted[0];
  const high = sorted.at(-1);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined || below === undefined || above === undefined)
    throw new RangeError('nothing was measured');
  return { value: (below + above) / 2, spread: [low, high] };
}
