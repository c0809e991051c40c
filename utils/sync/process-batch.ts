import pLimit from 'p-limit';
import { aboutInvoice } from '@/utils/payments/about-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import { reason } from '@/utils/payments/reason';
import type { Planner, PlannedWrite } from './batch-plan';
import { carryOut } from './carry-out';
import type { Journal } from './journal';
import type { ManagePort } from './manage-port';
import { previewOf, written } from './preview-of';
import type { RunMode } from './run-state';
import { unverified } from './verify-batch';
import { surplusOf, withdraw } from './withdraw';

/** Writes under way at once. Manage asks clients to limit parallelism; others use 3. */
const WRITES_AT_ONCE = 3;

export interface BatchDependencies {
  readonly runId: string;
  readonly mode: RunMode;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly planner: Planner;
  /** Invoices to which a write may just have been made. */
  readonly unsure: ReadonlySet<string>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told of every outcome as soon as it is final; `sure` unless it has still to be read back. */
  readonly onOutcome: (outcome: Outcome, sure: boolean) => Promise<void>;
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
  const { mode, manage, unsure, planner, sleep, onOutcome } = deps;
  const confirmed: PlannedWrite[] = [];
  let ended: unknown;

  const plan = await planner(numbers, unsure, signal);
  if (mode === 'preview') {
    for (const outcome of previewOf(plan)) await onOutcome(outcome, true);
    return;
  }
  for (const outcome of plan.outcomes) await onOutcome(outcome, true);
  for (const each of plan.surplus) await onOutcome(await withdraw(each, manage, signal), true);
  await pLimit(WRITES_AT_ONCE).map(plan.writes, async (write) => {
    if (ended !== undefined || signal.aborted) return;
    try {
      const carried = await carryOut(write, deps, signal);
      if (carried.result === 'confirmed') confirmed.push(carried.write);
      else await onOutcome(carried.outcome, true);
    } catch (error) {
      ended ??= error;
    }
  });

  const missing = await readBack();
  for (const write of confirmed) {
    if (missing?.includes(write)) await onOutcome(await notShown(write), true);
    else await onOutcome(written(write), missing !== null);
  }
  if (ended !== undefined) throw ended as Error;
  signal.throwIfAborted();

  /** Manage has confirmed these writes one by one; where it cannot be read back now, that has to do: null. */
  async function readBack(): Promise<readonly PlannedWrite[] | null> {
    if (ended !== undefined || signal.aborted) return null;
    try {
      return await unverified(confirmed, manage, sleep, signal);
    } catch (error) {
      ended = error;
      return null;
    }
  }

  async function notShown(write: PlannedWrite): Promise<Outcome> {
    try {
      const surplus = await surplusOf(write, deps, signal);
      return surplus === null ? notVerified(write) : await withdraw(surplus, manage, signal);
    } catch (error) {
      ended ??= error;
      return notVerified(write);
    }
  }
}

function notVerified({ manage, change, notes }: PlannedWrite): Outcome {
  const reasons = [reason('notVerified'), ...notes];
  return { invoiceNumber: change.invoiceNumber, kind: 'failed', change, reasons, ...aboutInvoice(manage) };
}
