import type { Reason, ReasonCode, ReasonValues } from './reason';
import { reason } from './reason';

/**
 * The one error type that crosses rooms. Its reason is made for people (what happened, why, what to do);
 * `retryable` says whether the same request may succeed later without anybody changing anything.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly reason: Reason;
  readonly retryable: boolean;

  constructor(
    code: ReasonCode,
    params: ReasonValues = {},
    options: { retryable?: boolean; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.reason = reason(code, params);
    this.retryable = options.retryable ?? false;
  }
}

/** What to tell people about anything that was thrown. The text of a foreign error is never shown. */
export function reasonOf(error: unknown): Reason {
  return error instanceof Problem ? error.reason : reason('unexpected');
}
