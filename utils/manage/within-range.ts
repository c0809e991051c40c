import { Problem } from '@/utils/payments/problem';

/**
 * Runs a reading of amounts. One too large to be exact is a fault of the answer, told like a wrong shape.
 * @throws Problem `wrongShape`
 */
export function withinRange<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Problem('wrongShape', { what, where: cause.message }, { cause });
  }
}
