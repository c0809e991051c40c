import { Problem } from '@/utils/payments/problem';

/**
 * Reads the answer of a write that Manage accepted. One that cannot be read is as good as lost: the write was
 * carried out, so what Manage holds now has to be found out by reading.
 * @throws Problem, always `retryable`
 */
export function answerOfWrite<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    throw new Problem(cause.reason.code, cause.reason.params, { retryable: true, cause });
  }
}
