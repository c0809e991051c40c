import pLimit from 'p-limit';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import { reason } from '@/utils/payments/reason';
import type { Planner, PlannedWrite } from './batch-plan';
import { carryOut, settleOpen, type Carried } from './carry-out';
import type { Journal } from './journal';
import type { ManagePort } from './manage-port';
import type { RunMode } from './run-state';
import { unverified } from './verify-batch';
import { withdrawDuplicate } from './withdraw-duplicate';

/** Writes under way at once. Manage asks clients to limit parallelism; others use 3. */
const WRITES_AT_ONCE = 3;

export interface BatchDependencies {
  readonly mode: RunMode;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly planner: Planner;
  /** Writes that an earlier life of the worker left open, by invoice number. */
  readonly open: ReadonlyMap<string, Change>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told of every outcome as soon as it is final. */
  readonly onOutcome: (outcome: Outcome) => Promise<void>;
}

/**
 * Takes one batch of invoices to Manage. When it is stopped, writes already sent are finished and told; no new one
 * is begun.
 * @throws Problem when nothing further could be done; the signal's reason when stopped
 */
export async function processBatch(
  numbers: readonly string[],
  deps: BatchDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { mode, manage, journal, planner, open, sleep, onOutcome } = deps;
  const confirmed: PlannedWrite[] = [];
  const take = async (carried: Carried | null): Promise<void> => {
    if (carried?.result === 'confirmed') confirmed.push(carried.write);
    if (carried?.result === 'settled') await onOutcome(carried.outcome);
  };
  let ended: unknown;

  for (const number of numbers) {
    const change = open.get(number);
    if (change !== undefined) await take(await settleLeftOpen(number, change));
  }

  const fresh = numbers.filter((number) => !open.has(number));
  const plan = await planner(fresh, { distrustSums: false }, signal);
  for (const outcome of plan.outcomes) await onOutcome(outcome);
  if (mode === 'preview') {
    for (const write of plan.writes) await onOutcome(updated(write));
    return;
  }
  await pLimit(WRITES_AT_ONCE).map(plan.writes, async (write) => {
    if (ended !== undefined || signal.aborted) return;
    try {
      await take(await carryOut(write, { manage, journal, planner }));
    } catch (error) {
      ended ??= error;
    }
  });

  const missing = ended === undefined && !signal.aborted ? await readBack() : [];
  for (const write of confirmed) {
    if (!missing.includes(write)) await onOutcome(updated(write));
    else await onOutcome((await withdrawDuplicate(write, { manage, journal })) ?? notVerified(write));
  }
  if (ended !== undefined) throw ended as Error;
  signal.throwIfAborted();

  /** Manage has confirmed these writes one by one; where it cannot be read back now, that has to do. */
  async function readBack(): Promise<readonly PlannedWrite[]> {
    try {
      return await unverified(confirmed, manage, sleep, signal);
    } catch (error) {
      ended = error;
      return [];
    }
  }

  async function settleLeftOpen(number: string, change: Change): Promise<Carried | null> {
    const [plan, { invoices }] = await Promise.all([
      planner([number], { distrustSums: true }, signal),
      manage.findInvoices([number], signal),
    ]);
    const held = invoices.find(({ id }) => id === change.invoiceId);
    if (held !== undefined) {
      return settleOpen({ manage: held, change, notes: [] }, plan, { manage, journal });
    }
    const [outcome] = plan.outcomes;
    return outcome === undefined ? null : { result: 'settled', outcome };
  }
}

function updated({ change, notes }: PlannedWrite): Outcome {
  return { invoiceNumber: change.invoiceNumber, kind: 'updated', change, reasons: notes };
}

function notVerified({ change, notes }: PlannedWrite): Outcome {
  const reasons = [reason('notVerified'), ...notes];
  return { invoiceNumber: change.invoiceNumber, kind: 'failed', change, reasons };
}
