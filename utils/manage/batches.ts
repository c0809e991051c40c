import { canBeAsked, quoted } from './conditions';
import { encoded } from './query-string';

export interface BatchLimits {
  /** Characters the encoded values of one batch may take, the commas between them included. */
  readonly maxUrlLength: number;
  readonly maxCount: number;
}

export interface Batches {
  readonly batches: readonly (readonly string[])[];
  /** Numbers that cannot be asked for, or that alone would exceed the limit. They are in no batch. */
  readonly unaskable: readonly string[];
}

const ENCODED_COMMA = encoded(',').length;

/**
 * Splits numbers into as few batches as keep their order and stay within the limits of one address. A number
 * given twice is asked for once.
 */
export function batches(numbers: readonly string[], { maxUrlLength, maxCount }: BatchLimits): Batches {
  const distinct = [...new Set(numbers)];
  const lengthOf = (number: string): number => encoded(quoted(number)).length;
  const askable = new Set(
    distinct.filter((number) => canBeAsked(number) && lengthOf(number) <= maxUrlLength),
  );
  return {
    batches: inRuns([...askable], { lengthOf, maxUrlLength, maxCount }),
    unaskable: distinct.filter((number) => !askable.has(number)),
  };
}

/** The same for ids, which need no quotes and can always be asked for. */
export function idBatches(ids: readonly number[], limits: BatchLimits): readonly (readonly number[])[] {
  return inRuns([...new Set(ids)], { lengthOf: (id) => String(id).length, ...limits });
}

function inRuns<T>(
  items: readonly T[],
  { lengthOf, maxUrlLength, maxCount }: BatchLimits & { lengthOf: (item: T) => number },
): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const item of items) {
    const last = runs.at(-1);
    const length = ENCODED_COMMA + lengthOf(item);
    if (last !== undefined && last.length < maxCount && length <= room) {
      last.push(item);
      room -= length;
    } else {
      runs.push([item]);
      room = maxUrlLength - lengthOf(item);
    }
  }
  return runs;
}
