import type { AccountingSource, ChangePage, Watermark } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import { booksView } from '@/utils/payments/books-view';
import type { Change } from '@/utils/payments/change';
import type { Outcome } from '@/utils/payments/outcome';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Planner } from './batch-plan';
import type { ConnectionRules } from './connection-rules';
import { doubtOutcome } from './doubt-outcome';
import { fingerprintOf } from './fingerprint';
import { heldNow } from './held-now';
import type { Journal } from './journal';
import { liveInvoices } from './live-invoices';
import type { ManagePort } from './manage-port';
import { moveWatermark } from './move-watermark';
import { planBatch } from './plan-batch';
import { planUndo } from './plan-undo';
import { processBatch } from './process-batch';
import { resolveOpenWrites } from './resolve-open-writes';
import type { RunMode, RunSummary } from './run-state';
import type { RunTask } from './run-task';
import { createTally } from './tally';

/** As many numbers as surely fit one look-up's address. */
const BATCH_SIZE = 50;

export interface RunInput {
  readonly id: string;
  readonly mode: RunMode;
  readonly task: RunTask;
  /** Epoch ms at which the run began, in whatever life of the worker. */
  readonly startedAt: number;
  /** What is known of the run before it begins and should be told with it. */
  readonly notes?: readonly Reason[];
}

export interface RunDependencies {
  readonly source: AccountingSource;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly rules: ConnectionRules;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onProgress: (summary: RunSummary) => void;
}

/**
 * One run from the books to Manage; the same call goes on with a run that was cut off. Pages stream through
 * status, match, plan and write; every outcome is journalled before the next step. What was dealt with before and
 * has not changed since is passed over; a write left open is resolved by what Manage shows. Invoices that failed
 * in earlier runs are taken along, and those that Manage did not hold then and holds now.
 * @throws Problem when the run cannot go on now; the signal's reason when it was stopped
 */
export async function runSync(
  input: RunInput,
  deps: RunDependencies,
  signal: AbortSignal,
): Promise<RunSummary> {
  const { id, mode, task, startedAt, notes = [] } = input;
  const { source, manage, journal, rules, sleep, onProgress } = deps;
  const tally = createTally(id, mode, startedAt);
  let kept = true;

  for (const note of notes) tally.note(note);
  for (const outcome of await journal.outcomes()) {
    tally.found(1);
    tally.add(outcome, null);
  }
  const progress = async (): Promise<void> => {
    await journal.saveSummary(tally.summary());
    onProgress(tally.summary());
  };
  await progress();
  const resolved = await resolveOpenWrites({ manage, journal }, signal);
  const leftBehind = await journal.leftBehind();
  const unsure = new Set([...resolved, ...leftBehind.keys(), ...(await journal.notReadBack())]);

  if (task.kind === 'undo') await undo(task.runId);
  else if (task.kind === 'numbers')
    await take(await source.lookUp(task.numbers, signal, (await journal.lastRun())?.watermark));
  else {
    let watermark: Watermark | null = null;
    for await (const page of source.changes(task.query, signal)) {
      await take(page);
      watermark = page.watermark ?? watermark;
    }
    await takeParked();
    await takeHeldNow();
    if (mode === 'sync') {
      const note = kept
        ? await moveWatermark({ source, journal, query: task.query, watermark, startedAt })
        : reason('lastRunHeldBack');
      if (note !== null) tally.note(note);
    }
  }
  return tally.summary();

  async function take(page: ChangePage): Promise<void> {
    for (const note of page.notes ?? []) tally.note(note);
    const { live, duplicates } = liveInvoices(page.invoices);
    const unreadable = page.unreadable.map(({ number, reason: why }): Outcome => ({
      invoiceNumber: number,
      kind: 'failed',
      reasons: [why],
    }));
    const doubtful = (page.doubtful ?? []).map(doubtOutcome);
    for (const outcome of [...unreadable, ...duplicates, ...doubtful]) {
      if ((await journal.outcome(outcome.invoiceNumber)) === null) tally.found(1);
      await settle(outcome, '');
    }
    const due: AccountingInvoice[] = [];
    for (const invoice of live) {
      const before = await journal.outcome(invoice.number);
      if (before === null) tally.found(1);
      if (before?.basis !== fingerprintOf(invoice) || unsure.has(invoice.number)) due.push(invoice);
    }
    await progress();
    for (let at = 0; at < due.length; at += BATCH_SIZE) await takeBatch(due.slice(at, at + BATCH_SIZE));
  }

  async function takeBatch(invoices: readonly AccountingInvoice[]): Promise<void> {
    const byNumber = new Map(invoices.map((invoice) => [invoice.number, invoice]));
    const settled = new Set<string>();
    const planner: Planner = (numbers, unsureNow, until) => {
      const candidates = numbers.flatMap((number) => byNumber.get(number) ?? []);
      return planBatch(candidates, { manage, journal, unsure: unsureNow, rules }, until);
    };
    await process([...byNumber.keys()], planner, async (outcome, sure) => {
      settled.add(outcome.invoiceNumber);
      const invoice = byNumber.get(outcome.invoiceNumber);
      // What failed, or was not read back, is looked at again when the run goes on.
      const isFinal = sure && outcome.kind !== 'failed';
      await settle(outcome, invoice !== undefined && isFinal ? fingerprintOf(invoice) : '', invoice);
    });
    for (const number of byNumber.keys()) {
      if (settled.has(number) || (await journal.outcome(number)) !== null) continue;
      tally.pass();
      await journal.unpark(number);
    }
    await progress();
  }

  async function process(
    numbers: readonly string[],
    planner: Planner,
    onOutcome: (outcome: Outcome, sure: boolean) => Promise<void>,
  ): Promise<void> {
    signal.throwIfAborted();
    const deps = { runId: id, mode, manage, journal, planner, unsure, sleep, onOutcome };
    await processBatch(numbers, deps, signal);
  }

  /** Failed invoices of earlier runs, unless this run has just dealt with them. */
  async function takeParked(): Promise<void> {
    const numbers: string[] = [];
    for (const number of await journal.parked()) {
      if ((await journal.outcome(number)) === null) numbers.push(number);
    }
    if (numbers.length === 0) return;
    await take(await source.lookUp(numbers, signal));
    for (const number of numbers) if ((await journal.outcome(number)) === null) await journal.unpark(number);
  }

  /** Invoices that Manage did not hold in earlier runs and holds now. */
  async function takeHeldNow(): Promise<void> {
    const numbers: string[] = [];
    for (const number of await journal.notFound()) {
      if ((await journal.outcome(number)) === null) numbers.push(number);
    }
    const held = await heldNow(numbers, manage, signal);
    if (held.length === 0) return;
    await take(await source.lookUp(held, signal));
    // What the books say nothing worth telling of is nobody's business any more.
    for (const number of held)
      if ((await journal.outcome(number)) === null) await journal.forgetNotFound(number);
  }

  async function undo(runId: string): Promise<void> {
    const changes = await journal.confirmedChanges(runId);
    const numbers = [...changes.keys()];
    tally.found(numbers.length - tally.summary().done);
    const planner: Planner = (wanted, _, until) => planUndo(wanted, changes, manage, until);
    for (let at = 0; at < numbers.length; at += BATCH_SIZE) {
      const due: string[] = [];
      for (const number of numbers.slice(at, at + BATCH_SIZE)) {
        const before = await journal.outcome(number);
        if (before === null || before.outcome.kind === 'failed') due.push(number);
      }
      await process(due, planner, (outcome) => settle(outcome, ''));
      await progress();
    }
  }

  async function settle(found: Outcome, basis: string, books?: AccountingInvoice): Promise<void> {
    const number = found.invoiceNumber;
    const before = (await journal.outcome(number))?.outcome ?? null;
    const told = books === undefined ? found : { ...found, ...toldOf(books, found) };
    const outcome = withWritten(before === null ? told : merged(before, told), leftBehind.get(number));
    tally.add(outcome, before);
    await journal.record(outcome, basis, books && booksView(books));
    onProgress(tally.summary());
    if (mode === 'undo') return;
    if (outcome.kind === 'not-found') await journal.keepNotFound(number);
    else await journal.forgetNotFound(number);
    if (outcome.kind !== 'failed') await journal.unpark(number);
    // What cannot even be named cannot be kept for the next run, which has to come upon it again.
    else kept = number !== '' && (await journal.park(number)) && kept;
  }
}

/** What an outcome tells of the books: of a bill that no order carries, whose it is as well. */
function toldOf({ total, bills, partyName }: AccountingInvoice, { company }: Outcome): Partial<Outcome> {
  return {
    total,
    ...(bills && { bills }),
    ...(company === undefined && partyName !== undefined && { company: partyName }),
  };
}

/** An invoice that needs no write any more because an earlier life of the worker has made it. */
function withWritten(now: Outcome, written: Change | undefined): Outcome {
  if (now.kind !== 'unchanged' || written === undefined) return now;
  return { ...now, kind: 'updated', change: written };
}

/** What a run says of an invoice it dealt with twice: what it wrote first is not forgotten. */
function merged(before: Outcome, now: Outcome): Outcome {
  if (before.kind !== 'updated' || before.change === undefined) return now;
  if (now.kind === 'unchanged') return { ...before, reasons: now.reasons };
  if (now.kind !== 'updated' || now.change === undefined) return now;
  return { ...now, change: { ...now.change, from: before.change.from } };
}
