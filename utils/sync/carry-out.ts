import type { Shown } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason } from '@/utils/payments/reason';
import { answersChange } from '@/utils/payments/verify-change';
import type { Journal } from '@/utils/storage/journal';
import { isFatal } from './fatal';
import type { ManagePort } from './manage-port';
import { planBatch, type PlannedWrite } from './plan-batch';

/** A write in flight is never cut off: its answer tells what Manage holds. Its own time-out still ends it. */
const TO_THE_END = new AbortController().signal;

/** What became of a planned write: confirmed by Manage's own answer, or settled without one. */
export type Carried =
  | { readonly result: 'confirmed'; readonly write: PlannedWrite }
  | { readonly result: 'settled'; readonly outcome: Outcome };

/**
 * Sends one write, noted in the journal before and after. A write whose answer was lost, or that met somebody
 * else's change, is resolved by reading Manage again and deciding anew, never by sending it again blindly.
 * @throws Problem only when every further write would fail alike
 */
export async function carryOut(
  write: PlannedWrite,
  deps: { readonly manage: ManagePort; readonly journal: Journal },
): Promise<Carried> {
  const { manage, journal } = deps;
  try {
    return (await attempt(write)) ?? settled(write, 'failed', reason('notVerified'));
  } catch (error) {
    if (isFatal(error)) throw error;
    if (!mustResolve(error)) return settled(write, 'failed', reasonOf(error));
  }
  return resolve().catch((error: unknown) => {
    if (isFatal(error)) throw error;
    return settled(write, 'failed', reasonOf(error));
  });

  /** Null when Manage's answer is not what was asked for. */
  async function attempt(planned: PlannedWrite): Promise<Carried | null> {
    await journal.intend(planned.change);
    const shown = await manage.writeBack.write(planned.change, planned.manage, TO_THE_END);
    return confirm(planned, shown);
  }

  async function confirm(planned: PlannedWrite, shown: Shown): Promise<Carried | null> {
    if (!answersChange(planned.change, shown)) return null;
    await journal.confirm(planned.change);
    const [record] = shown.strategy === 'payment-record' ? shown.records : [];
    if (record !== undefined) await journal.addOwnRecord(record.id);
    return { result: 'confirmed', write: planned };
  }

  async function resolve(): Promise<Carried> {
    const ownRecordIds = await journal.ownRecordIds();
    const plan = await planBatch([write.books], { manage, ownRecordIds, distrustSums: true }, TO_THE_END);
    const [again] = plan.writes;
    if (again !== undefined) return (await attempt(again)) ?? settled(again, 'failed', reason('notVerified'));
    const [outcome] = plan.outcomes;
    if (outcome === undefined) return settled(write, 'failed', reason('changedMeanwhile'));
    if (outcome.kind !== 'unchanged') return { result: 'settled', outcome };
    // Manage shows what this write wanted: it was carried out, and only its answer was lost.
    const shown = await manage.writeBack.read([{ ...write.manage, payments: null }], TO_THE_END);
    const now = shown.get(write.manage.id);
    const confirmed = now === undefined || now instanceof Problem ? null : await confirm(write, now);
    return confirmed ?? { result: 'settled', outcome };
  }
}

function mustResolve(error: unknown): boolean {
  return error instanceof Problem && (error.retryable || error.reason.code === 'changedMeanwhile');
}

function settled(write: PlannedWrite, kind: 'failed', why: ReturnType<typeof reason>): Carried {
  return {
    result: 'settled',
    outcome: {
      invoiceNumber: write.books.number,
      kind,
      change: write.change,
      reasons: [why, ...write.notes],
    },
  };
}
