import { aboutInvoice } from '@/utils/payments/about-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { PlannedWrite, Surplus } from './batch-plan';
import type { Journal } from './journal';
import { endsTheRun } from './judge-problem';
import type { ManagePort } from './manage-port';
import { recordIdsIn } from './record-ids-in';

/**
 * Takes a payment record of ours back that stands beside another one. The next run finds the other and decides anew.
 * @throws Problem when the run cannot go on; the signal's reason
 */
export async function withdraw(
  { manage: held, record }: Surplus,
  manage: ManagePort,
  signal: AbortSignal,
): Promise<Outcome> {
  const { id: recordId, amount, date } = record;
  const { id: invoiceId, number: invoiceNumber } = held;
  const failed = (why: Reason): Outcome => ({
    invoiceNumber,
    kind: 'failed',
    reasons: [why],
    ...aboutInvoice(held),
  });
  try {
    await manage.writeBack.write(
      {
        strategy: 'payment-record',
        action: 'delete',
        recordId,
        invoiceId,
        invoiceNumber,
        from: { amount, date },
        to: { amount: null, date: null },
      },
      held,
      signal,
    );
    return failed(reason('changedMeanwhile'));
  } catch (error) {
    if (endsTheRun(error)) throw error;
    return failed(reasonOf(error));
  }
}

/**
 * Two browsers that find no payment record at the same moment both create one, should Manage take both. The one
 * with the higher number takes its own back, so that one is left: looks whether that is this one.
 * @returns null when that is not what happened
 * @throws Problem when Manage cannot be read; the signal's reason
 */
export async function surplusOf(
  { manage: held, change }: PlannedWrite,
  { manage, journal }: { readonly manage: ManagePort; readonly journal: Journal },
  signal: AbortSignal,
): Promise<Surplus | null> {
  if (change.strategy !== 'payment-record' || change.action !== 'create') return null;
  const shown = (await manage.writeBack.read([{ ...held, payments: null }], signal)).get(held.id);
  if (shown === undefined || shown instanceof Problem || shown.strategy !== 'payment-record') return null;
  const own = await journal.ownAmong(recordIdsIn([shown]));
  const record = shown.records.find(({ id }) => own.has(id));
  if (record === undefined || !shown.records.some(({ id }) => id < record.id)) return null;
  return { manage: held, record };
}
