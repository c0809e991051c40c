import type { ManagePort } from './manage-port';

/** As many numbers as surely fit one look-up's address. */
const BATCH_SIZE = 50;

/**
 * Which of these numbers Manage holds now. Manage is asked before the books: most numbers that it did not hold once, it
 * never will.
 * @throws Problem when Manage cannot be read
 */
export async function heldNow(
  numbers: readonly string[],
  manage: Pick<ManagePort, 'findInvoices' | 'heldNow'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (manage.heldNow !== undefined) return numbers.length === 0 ? [] : manage.heldNow(numbers, signal);
  const held = new Set<string>();
  for (let at = 0; at < numbers.length; at += BATCH_SIZE) {
    signal.throwIfAborted();
    const { invoices } = await manage.findInvoices(numbers.slice(at, at + BATCH_SIZE), signal);
    for (const { number } of invoices) held.add(number);
  }
  // Manage compares without regard to case.
  return numbers.filter((number) => held.has(number));
}
