import type { Outcome } from '@/utils/payments/outcome';
import { Problem } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import type { PlannedWrite } from './batch-plan';
import type { Journal } from './journal';
import type { ManagePort } from './manage-port';

const TO_THE_END = new AbortController().signal;

/**
 * Two browsers that find no payment record at the same moment both create one, should Manage take both. The one
 * with the higher number takes its own back, so that one is left; the next run finds it and decides anew.
 * @returns null when that is not what happened
 */
export async function withdrawDuplicate(
  { manage: held, change }: PlannedWrite,
  { manage, journal }: { readonly manage: ManagePort; readonly journal: Journal },
): Promise<Outcome | null> {
  if (change.strategy !== 'payment-record' || change.action !== 'create') return null;
  const shown = (await manage.writeBack.read([{ ...held, payments: null }], TO_THE_END)).get(held.id);
  if (shown === undefined || shown instanceof Problem || shown.strategy !== 'payment-record') return null;
  const own = await journal.ownRecordIds();
  const ours = shown.records.find(({ id }) => own.has(id));
  if (ours === undefined || !shown.records.some(({ id }) => id < ours.id)) return null;
  const { invoiceId, invoiceNumber, from, to } = change;
  await manage.writeBack.write(
    {
      strategy: 'payment-record',
      action: 'delete',
      recordId: ours.id,
      invoiceId,
      invoiceNumber,
      from: to,
      to: from,
    },
    held,
    TO_THE_END,
  );
  return { invoiceNumber, kind: 'failed', reasons: [reason('changedMeanwhile')] };
}
