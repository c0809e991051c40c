const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 120_000;

/**
 * How long to wait before the next try: what `Retry-After` says in seconds (these vendors do not use its date
 * form), else twice as long as before, spread at random so that browsers do not come back in step.
 */
export function retryWaitMs(tried: number, headers: Headers | null, random: () => number): number {
  const asked = Number.parseFloat(headers?.get('retry-after') ?? '');
  const wait =
    asked >= 0 ? asked * 1000 + FIRST_WAIT_MS * random() : FIRST_WAIT_MS * 2 ** (tried - 1) * (1 + random());
  return Math.min(wait, LONGEST_WAIT_MS);
}
