import { medianOf, type Repeated } from './median-of';

/** The same figure of each of several runs: their median, lowest and highest; of a single run, what it was. */
export function figureOf<R>(
  runs: readonly R[],
  figure: (run: R) => number,
): Pick<Repeated, 'value'> & Partial<Repeated> {
  const { value, spread } = medianOf(runs.map(figure));
  return runs.length === 1 ? { value } : { value, spread };
}
