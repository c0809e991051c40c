import pLimit from 'p-limit';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Outcome } from '@/utils/payments/outcome';
import { reason } from '@/utils/payments/reason';
import type { Journal } from '@/utils/storage/journal';
import { carryOut } from './carry-out';
import type { ManagePort } from './manage-port';
import { planBatch, type PlannedWrite } from './plan-batch';
import type { RunMode } from './run-state';
import { unverified } from './verify-batch';

/** Writes under way at once. Manage asks clients to limit parallelism; others use 3. */
const WRITES_AT_ONCE = 3;

export interface BatchDependencies {
  readonly mode: RunMode;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Told of every outcome as soon as it is final. */
  readonly onOutcome: (outcome: Outcome) => Promise<void>;
}

/**
 * Takes one batch of live invoices, one per number, from the books to Manage. When it is stopped, writes already
 * sent are finished and told; no new one is begun.
 * @throws Problem when nothing further could be done; the signal's reason when stopped
 */
export async function processBatch(
  candidates: readonly AccountingInvoice[],
  deps: BatchDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { mode, manage, journal, sleep, onOutcome } = deps;
  const plan = await planBatch(candidates, { manage, ownRecordIds: await journal.ownRecordIds() }, signal);
  for (const outcome of plan.outcomes) await onOutcome(outcome);
  if (mode === 'preview') {
    for (const write of plan.writes) await onOutcome(updated(write));
    return;
  }

  const confirmed: PlannedWrite[] = [];
  const limit = pLimit(WRITES_AT_ONCE);
  let ended: unknown;
  await limit.map(plan.writes, async (write) => {
    if (ended !== undefined || signal.aborted) return;
    try {
      const carried = await carryOut(write, { manage, journal });
      if (carried.result === 'confirmed') confirmed.push(carried.write);
      else await onOutcome(carried.outcome);
    } catch (error) {
      ended ??= error;
    }
  });

  const missing = ended === undefined && !signal.aborted ? await readBack() : [];
  for (const write of confirmed) {
    await onOutcome(missing.includes(write) ? notVerified(write) : updated(write));
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
}

function updated({ books, change, notes }: PlannedWrite): Outcome {
  return { invoiceNumber: books.number, kind: 'updated', change, reasons: notes };
}

function notVerified({ books, change, notes }: PlannedWrite): Outcome {
  return { invoiceNumber: books.number, kind: 'failed', change, reasons: [reason('notVerified'), ...notes] };
}
