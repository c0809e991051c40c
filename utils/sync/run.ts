import type { AccountingSource, ChangePage, ChangeQuery, Watermark } from '@/utils/accounting/source';
import type { Outcome } from '@/utils/payments/outcome';
import { reasonOf } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Journal } from '@/utils/storage/journal';
import { liveInvoices } from './live-invoices';
import type { ManagePort } from './manage-port';
import { moveWatermark } from './move-watermark';
import { processBatch } from './process-batch';
import type { RunMode, RunState, RunSummary } from './run-state';
import { createTally } from './tally';

/** As many numbers as surely fit one look-up's address. */
const BATCH_SIZE = 50;

export interface RunInput {
  readonly id: string;
  readonly mode: RunMode;
  /** Changes since some moment, or the state now of given invoices. */
  readonly query: ChangeQuery | { readonly from: 'numbers'; readonly numbers: readonly string[] };
  /** What is known of the run before it begins and should be told with it. */
  readonly notes?: readonly Reason[];
}

export interface RunDependencies {
  readonly source: AccountingSource;
  readonly manage: ManagePort;
  readonly journal: Journal;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onProgress: (summary: RunSummary) => void;
}

/**
 * One sync from the books to Manage: pages stream through status, match, plan and write; every outcome is
 * journalled before the next step. Invoices that failed in earlier runs are taken along. Never throws: what
 * went wrong is in the state it ends with.
 */
export async function runSync(
  input: RunInput,
  deps: RunDependencies,
  signal: AbortSignal,
): Promise<RunState> {
  const { id, mode, query, notes = [] } = input;
  const { source, manage, journal, now, sleep, onProgress } = deps;
  const tally = createTally(id, mode, now());
  for (const note of notes) tally.note(note);
  const { startedAt } = tally.summary();
  const isSync = mode === 'sync';
  const handled = new Set<string>();
  let stored = true;

  try {
    if (isSync) await journal.saveSummary(tally.summary());
    onProgress(tally.summary());
    if (query.from === 'numbers') {
      await take(await source.lookUp(query.numbers, signal));
    } else {
      let watermark: Watermark | null = null;
      for await (const page of source.changes(query, signal)) {
        await take(page);
        watermark = page.watermark ?? watermark;
      }
      await takeParked();
      if (isSync) {
        const note = stored
          ? await moveWatermark({ source, journal, query, watermark, startedAt })
          : reason('lastRunHeldBack');
        if (note !== null) tally.note(note);
      }
    }
    return await finish('finished');
  } catch (error) {
    return finish(signal.aborted ? 'stopped' : 'failed', error);
  }

  async function take(page: ChangePage): Promise<void> {
    for (const note of page.notes ?? []) tally.note(note);
    const { live, duplicates } = liveInvoices(page.invoices);
    tally.found(live.length + duplicates.length + page.unreadable.length);
    onProgress(tally.summary());
    for (const { number, reason: why } of page.unreadable) {
      await settle({ invoiceNumber: number, kind: 'failed', reasons: [why] });
    }
    for (const duplicate of duplicates) await settle(duplicate);
    for (let at = 0; at < live.length; at += BATCH_SIZE) {
      signal.throwIfAborted();
      const batch = live.slice(at, at + BATCH_SIZE);
      await processBatch(batch, { mode, manage, journal, sleep, onOutcome: settle }, signal);
      for (const { number } of batch) await pass(number);
    }
  }

  /** Failed invoices of earlier runs, unless this run has just dealt with them. */
  async function takeParked(): Promise<void> {
    const numbers = (await journal.parked()).filter((number) => !handled.has(number));
    if (numbers.length === 0) return;
    await take(await source.lookUp(numbers, signal));
    if (isSync) for (const number of numbers) if (!handled.has(number)) await journal.unpark(number);
  }

  async function settle(outcome: Outcome): Promise<void> {
    const { invoiceNumber: number, kind } = outcome;
    handled.add(number);
    tally.add(outcome);
    if (isSync) {
      await journal.record(outcome);
      if (kind !== 'failed') await journal.unpark(number);
      else if (number !== '') stored = (await journal.park(number)) && stored;
    }
    onProgress(tally.summary());
  }

  /** A live invoice that needed no outcome: it counts as dealt with and is not tried again. */
  async function pass(number: string): Promise<void> {
    if (handled.has(number)) return;
    handled.add(number);
    tally.pass();
    if (isSync) await journal.unpark(number);
  }

  async function finish(phase: 'finished' | 'stopped' | 'failed', error?: unknown): Promise<RunState> {
    const state = tally.end(phase, now(), phase === 'failed' ? reasonOf(error) : null);
    const { outcomes: _outcomes, ...summary } = state;
    // What cannot be stored must not hide what was done.
    if (isSync) await journal.saveSummary(summary).catch(() => undefined);
    return state;
  }
}
