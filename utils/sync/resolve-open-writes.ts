import { Problem } from '@/utils/payments/problem';
import { hasPassed } from './has-passed';
import type { Journal, OpenWrite } from './journal';
import type { ManagePort } from './manage-port';

/** As many numbers as surely fit one look-up's address. */
const BATCH_SIZE = 50;

/**
 * Finds out what became of writes whose answers never came: by reading Manage, never by sending them again. What
 * passed is noted where it belongs, and a payment record it made is known as our own from then on. A write whose
 * invoice cannot be read alone stays open, for the next run.
 * @returns the numbers of their invoices, whose sums in Manage may not have followed yet
 * @throws Problem when Manage cannot be read at all
 */
export async function resolveOpenWrites(
  { manage, journal }: { readonly manage: ManagePort; readonly journal: Journal },
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const open = await journal.openWrites();
  for (let at = 0; at < open.length; at += BATCH_SIZE) await resolve(open.slice(at, at + BATCH_SIZE));
  return new Set(open.map(({ change }) => change.invoiceNumber));

  async function resolve(writes: readonly OpenWrite[]): Promise<void> {
    const numbers = writes.map(({ change }) => change.invoiceNumber);
    const { invoices } = await manage.findInvoices([...new Set(numbers)], signal);
    const held = invoices.filter(({ id }) => writes.some(({ change }) => change.invoiceId === id));
    const shownNow = await manage.writeBack.read(
      held.map((invoice) => ({ ...invoice, payments: null })),
      signal,
    );
    for (const write of writes) {
      const shown = shownNow.get(write.change.invoiceId);
      if (shown === undefined || shown instanceof Problem) continue;
      const { passed, recordId } = hasPassed(write.change, shown);
      if (recordId !== null) await journal.addOwnRecord(recordId);
      await journal.close(write, passed);
    }
  }
}
