import { Problem } from '@/utils/payments/problem';
import { showsChange } from '@/utils/payments/verify-change';
import type { PlannedWrite } from './batch-plan';
import type { ManagePort } from './manage-port';

/** Manage may take a moment until an invoice's sums follow its payment records. */
const WAITS_MS = [1_000, 2_000, 4_000];

/**
 * Reads a batch of written invoices back with one look-up, and again, after a wait, those that do not show
 * their change yet. Answers the writes that Manage still does not show.
 * @throws Problem when Manage cannot be read
 */
export async function unverified(
  written: readonly PlannedWrite[],
  manage: ManagePort,
  sleep: (ms: number, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<readonly PlannedWrite[]> {
  let missing = await stillMissing(written);
  for (const wait of WAITS_MS) {
    if (missing.length === 0) break;
    await sleep(wait, signal);
    missing = await stillMissing(missing);
  }
  return missing;

  async function stillMissing(writes: readonly PlannedWrite[]): Promise<readonly PlannedWrite[]> {
    if (writes.length === 0) return [];
    const numbers = writes.map(({ manage: held }) => held.number);
    const { invoices } = await manage.findInvoices(numbers, signal);
    // Custom fields come with the invoice; payment records would cost a request each, and their sum will do.
    const shown =
      manage.writeBack.strategy === 'custom-fields' ? await manage.writeBack.read(invoices, signal) : null;
    return writes.filter(({ change }) => {
      const invoice = invoices.find(({ id }) => id === change.invoiceId);
      const fields = shown?.get(change.invoiceId);
      return invoice === undefined || fields instanceof Problem || !showsChange(change, invoice, fields);
    });
  }
}
