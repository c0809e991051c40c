import { aboutInvoice } from '@/utils/payments/about-invoice';
import type { Change } from '@/utils/payments/change';
import { matchInManage } from '@/utils/payments/match';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import { reversed } from '@/utils/payments/reversed-change';
import { showsSame } from '@/utils/payments/shows-same';
import { answersChange } from '@/utils/payments/verify-change';
import type { BatchPlan, PlannedWrite } from './batch-plan';
import type { ManagePort } from './manage-port';

/**
 * Decides how to take changes back: only where Manage still shows exactly what was written. What somebody changed
 * since is listed instead. Records are read even where Manage sums up none: a run that was stopped may have made them
 * a moment ago.
 * @throws Problem when Manage cannot be read
 */
export async function planUndo(
  numbers: readonly string[],
  changes: ReadonlyMap<string, Change>,
  manage: ManagePort,
  signal: AbortSignal,
): Promise<BatchPlan> {
  const { invoices, unreadable } = await manage.findInvoices(numbers, signal);
  const found = numbers.flatMap((number) => {
    const match = matchInManage(number, invoices);
    return match.is === 'found' ? [match.invoice] : [];
  });
  const toRead = found.map((held) => ({ ...held, payments: null }));
  const shownNow = await manage.writeBack.read(toRead, signal);
  const outcomes: Outcome[] = [];
  const writes: PlannedWrite[] = [];
  for (const number of numbers) {
    const change = changes.get(number);
    // What a run wrote and took away again before it ended has nothing left to take back, whatever stands there now.
    if (change !== undefined && showsSame(change.from, change.to)) {
      outcomes.push({ invoiceNumber: number, kind: 'unchanged', reasons: [] });
      continue;
    }
    const held = found.find((invoice) => invoice.number === number && invoice.id === change?.invoiceId);
    const illegible = unreadable.find((row) => row.number === number || row.number === undefined);
    if (illegible !== undefined && held === undefined) {
      outcomes.push({ invoiceNumber: number, kind: 'failed', reasons: [illegible.reason] });
      continue;
    }
    if (change === undefined || held === undefined) {
      outcomes.push({ invoiceNumber: number, kind: 'not-found', reasons: [reason('notFoundInManage')] });
      continue;
    }
    const about = aboutInvoice(held);
    const shown = shownNow.get(held.id) ?? new Problem('unexpected');
    if (shown instanceof Problem) {
      outcomes.push({ invoiceNumber: number, kind: 'failed', reasons: [shown.reason], ...about });
      continue;
    }
    const back = reversed(change, shown);
    if (answersChange(back, shown))
      outcomes.push({ invoiceNumber: number, kind: 'unchanged', reasons: [], ...about });
    else if (answersChange(change, shown)) writes.push({ manage: held, change: back, notes: [] });
    else
      outcomes.push({ invoiceNumber: number, kind: 'skipped', reasons: [reason('changedSince')], ...about });
  }
  return { outcomes, writes, surplus: [] };
}
