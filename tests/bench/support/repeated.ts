/** A figure of several measurements of the same work. */
export interface Repeated {
  readonly value: number;
  readonly spread: readonly [low: number, high: number];
}

/** Measures several times, after warming up, and answers the median with the lowest and the highest. */
export async function repeated(
  measure: () => number | Promise<number>,
  { warmUps = 1, runs = 5 }: { readonly warmUps?: number; readonly runs?: number } = {},
): Promise<Repeated> {
  for (let at = 0; at < warmUps; at += 1) await measure();
  const found: number[] = [];
  for (let at = 0; at < runs; at += 1) found.push(await measure());
  return medianOf(found);
}

/** @throws RangeError when there is nothing to take the median of */
export function medianOf(measured: readonly number[]): Repeated {
  const sorted = [...measured].sort((a, b) => a - b);
  const low = sorted[0];
  const high = sorted.at(-1);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined || below === undefined || above === undefined)
    throw new RangeError('nothing was measured');
  return { value: (below + above) / 2, spread: [low, high] };
}
