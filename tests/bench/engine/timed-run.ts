import type { AccountingSource } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import type { Journal } from '@/utils/sync/journal';
import { runSync } from '@/utils/sync/run';
import { bitmapManage } from './bitmap-manage';

/**
 * Milliseconds that a run takes from books of so many invoices to a Manage that lacks them all.
 * @throws Error when it has not written every one
 */
export async function timedRun(
  size: number,
  books: Pick<AccountingSource, 'changes'>,
  journal: Journal,
): Promise<number> {
  const manage = bitmapManage(size);
  const begun = performance.now();
  const query = { from: 'day', day: isoDate('2026-10-22'), timeZone: 'Europe/Oslo' } as const;
  const summary = await runSync(
    { id: 'run', mode: 'sync', task: { kind: 'changes', query }, startedAt: 0 },
    {
      source: books as AccountingSource,
      manage: manage.port,
      journal,
      rules: { name: 'Books', paid: USUALLY_PAID, others: [] },
      sleep: () => Promise.resolve(),
      onProgress: () => undefined,
    },
    new AbortController().signal,
  );
  const ms = performance.now() - begun;
  if (summary.counts.updated !== size || manage.writes() !== size)
    throw new Error(`the run dealt with ${summary.counts.updated} of ${size}`);
  return ms;
}
