import { aboutInvoice } from '@/utils/payments/about-invoice';
import type { Shown } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import { Problem, reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import { answersChange } from '@/utils/payments/verify-change';
import type { Planner, PlannedWrite } from './batch-plan';
import { hasPassed } from './has-passed';
import type { Journal } from './journal';
import { endsTheRun, mayHavePassed } from './judge-problem';
import type { ManagePort } from './manage-port';
import { withdraw } from './withdraw';

/** A write is decided on anew once when it went wrong; then something is wrong that does not pass. */
const MOST_TRIES = 2;

/** What became of a planned write: confirmed by Manage's own answer, or settled without one. */
export type Carried =
  | { readonly result: 'confirmed'; readonly write: PlannedWrite }
  | { readonly result: 'settled'; readonly outcome: Outcome };

export interface CarryOutDependencies {
  readonly runId: string;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly planner: Planner;
}

/**
 * Sends one write, noted in the journal before and after. A write whose answer was lost, or that met somebody
 * else's change, is resolved by reading Manage again and deciding anew, never by sending it again blindly.
 * @throws Problem when the run cannot go on now, or the signal's reason when it was stopped; the write is then open
 * in the journal if it may have passed
 */
export async function carryOut(
  planned: PlannedWrite,
  deps: CarryOutDependencies,
  signal: AbortSignal,
): Promise<Carried> {
  const { runId, manage, journal, planner } = deps;
  let write = planned;
  let met: readonly Reason[] = [];
  for (let tries = 1; ; tries += 1) {
    const { change } = write;
    await journal.intend(change);
    let why: Problem;
    try {
      const shown = await manage.writeBack.write(change, write.manage, signal);
      return (await confirm(shown)) ? confirmed() : failed(reason('notVerified'));
    } catch (error) {
      if (endsTheRun(error) || !(error instanceof Problem)) throw error;
      why = error;
    }
    // A refusal may answer our own write: browsers send a request again by themselves on a connection that broke.
    const became = mayHavePassed(why) ? await resolved() : false;
    if (became === true) return confirmed();
    if (became instanceof Problem) return failed(became.reason);
    await journal.close({ runId, change }, false);
    if (!mayHavePassed(why) || tries === MOST_TRIES) return failed(reasonOf(why));

    if (!why.retryable) met = [why.reason];
    const number = change.invoiceNumber;
    const { writes, outcomes, surplus } = await planner([number], new Set([number]), signal);
    const [again] = writes;
    const [outcome] = outcomes;
    const [ours] = surplus;
    if (ours !== undefined) return { result: 'settled', outcome: await withdraw(ours, manage, signal) };
    if (again === undefined) {
      if (outcome === undefined) return failed(reason('changedMeanwhile'));
      return { result: 'settled', outcome: { ...outcome, reasons: [...met, ...outcome.reasons] } };
    }
    write = again;
  }

  function confirmed(): Carried {
    return { result: 'confirmed', write };
  }

  function failed(why: Reason): Carried {
    const { change, notes } = write;
    const { invoiceNumber } = change;
    return {
      result: 'settled',
      outcome: {
        invoiceNumber,
        kind: 'failed',
        change,
        reasons: [why, ...notes],
        ...aboutInvoice(write.manage),
      },
    };
  }

  /** False when Manage shows something else than was asked for. */
  async function confirm(shown: Shown): Promise<boolean> {
    const [record] = shown.strategy === 'payment-record' ? shown.records : [];
    if (record !== undefined) await journal.addOwnRecord(record.id);
    const answers = answersChange(write.change, shown);
    if (answers) await journal.confirm(write.change);
    else await journal.close({ runId, change: write.change }, false);
    return answers;
  }

  /**
   * Whether Manage shows that the write was carried out although its answer was lost; a problem where this invoice
   * alone cannot be read, so that the write stays open.
   */
  async function resolved(): Promise<boolean | Problem> {
    const { manage: held, change } = write;
    const found = await manage.findInvoices([held.number], signal);
    const now = found.invoices.find(({ id }) => id === held.id);
    if (now === undefined) return false;
    const shown = (await manage.writeBack.read([{ ...now, payments: null }], signal)).get(held.id);
    if (shown === undefined || shown instanceof Problem) return shown ?? false;
    const { passed, recordId } = hasPassed(change, shown);
    if (!passed) return false;
    if (recordId !== null) await journal.addOwnRecord(recordId);
    await journal.confirm(change);
    return true;
  }
}
