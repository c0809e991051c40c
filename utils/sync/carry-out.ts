import type { Shown } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import { answersChange } from '@/utils/payments/verify-change';
import type { BatchPlan, Planner, PlannedWrite } from './batch-plan';
import { endsTheRun, mayHavePassed } from './judge-problem';
import type { Journal } from './journal';
import type { ManagePort } from './manage-port';

/** A write in flight is never cut off: its answer tells what Manage holds. Its own time-out still ends it. */
const TO_THE_END = new AbortController().signal;

/** What became of a planned write: confirmed by Manage's own answer, or settled without one. */
export type Carried =
  | { readonly result: 'confirmed'; readonly write: PlannedWrite }
  | { readonly result: 'settled'; readonly outcome: Outcome };

export interface CarryOutDependencies {
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly planner: Planner;
}

/**
 * Sends one write, noted in the journal before and after. A write whose answer was lost, or that met somebody
 * else's change, is resolved by reading Manage again and deciding anew, never by sending it again blindly.
 * @throws Problem when the run cannot go on now; the write is then open in the journal if it may have passed
 */
export async function carryOut(write: PlannedWrite, deps: CarryOutDependencies): Promise<Carried> {
  const { manage, journal, planner } = deps;
  await journal.intend(write.change);
  try {
    const shown = await manage.writeBack.write(write.change, write.manage, TO_THE_END);
    return (await confirm(write, shown, journal)) ?? failed(write, reason('notVerified'));
  } catch (error) {
    if (endsTheRun(error)) throw error;
    if (!mayHavePassed(error)) return failed(write, reasonOf(error));
    const numbers = [write.change.invoiceNumber];
    return settleOpen(write, await planner(numbers, { distrustSums: true }, TO_THE_END), deps);
  }
}

/**
 * Settles a write that may have passed, by what Manage shows now: either it shows it, or a new decision takes its
 * place. The new write is sent once; if its answer is lost too, that ends the run for now.
 */
export async function settleOpen(
  { manage: held, change, notes }: PlannedWrite,
  plan: BatchPlan,
  { manage, journal }: Omit<CarryOutDependencies, 'planner'>,
): Promise<Carried> {
  const [again] = plan.writes;
  if (again !== undefined) {
    await journal.intend(again.change);
    try {
      const shown = await manage.writeBack.write(again.change, again.manage, TO_THE_END);
      return (await confirm(again, shown, journal)) ?? failed(again, reason('notVerified'));
    } catch (error) {
      if (endsTheRun(error)) throw error;
      return failed(again, reasonOf(error));
    }
  }
  const [outcome] = plan.outcomes;
  if (outcome === undefined) return failed({ manage: held, change, notes }, reason('changedMeanwhile'));
  if (outcome.kind !== 'unchanged') return { result: 'settled', outcome };
  const read = await manage.writeBack.read([{ ...held, payments: null }], TO_THE_END);
  const shown = read.get(held.id);
  const confirmed =
    shown === undefined || shown instanceof Problem
      ? null
      : await confirm({ manage: held, change, notes }, shown, journal);
  return confirmed ?? { result: 'settled', outcome };
}

/** Null when Manage shows something else than was asked for. */
async function confirm(write: PlannedWrite, shown: Shown, journal: Journal): Promise<Carried | null> {
  if (!answersChange(write.change, shown)) return null;
  const [record] = shown.strategy === 'payment-record' ? shown.records : [];
  if (record !== undefined) await journal.addOwnRecord(record.id);
  await journal.confirm(write.change);
  return { result: 'confirmed', write };
}

function failed({ change, notes }: PlannedWrite, why: Reason): Carried {
  const outcome: Outcome = {
    invoiceNumber: change.invoiceNumber,
    kind: 'failed',
    change,
    reasons: [why, ...notes],
  };
  return { result: 'settled', outcome };
}
