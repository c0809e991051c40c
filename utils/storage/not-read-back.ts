import type { Database, Scope } from './database';
import { ofRun } from './of-run';

/**
 * Manage's sums follow a payment record within moments. How long at most is documented nowhere; after so long they are
 * believed again.
 */
const SUMS_FOLLOW_WITHIN_MS = 10 * 60_000;

/**
 * Numbers of invoices that other runs have just written to and not seen to show it, since they were stopped or cut off
 * before.
 * @param now epoch ms
 */
export async function notReadBack(
  db: Database,
  { scope, runId, now }: { readonly scope: Scope; readonly runId: string; readonly now: number },
): Promise<ReadonlySet<string>> {
  const numbers = new Set<string>();
  for (const run of await db.getAllFromIndex('runs', 'startedAt')) {
    const isRecent = (run.finishedAt ?? now) > now - SUMS_FOLLOW_WITHIN_MS;
    if (run.scope !== scope || run.id === runId || !isRecent) continue;
    const outcomes = await db.getAll('outcomes', ofRun(run.id));
    const seen = new Set(
      outcomes.flatMap(({ invoiceNumber, basis }) => (basis === '' ? [] : [invoiceNumber])),
    );
    for (const { invoiceNumber, settled } of await db.getAll('writes', ofRun(run.id)))
      if (settled !== null && !seen.has(invoiceNumber)) numbers.add(invoiceNumber);
  }
  return numbers;
}
