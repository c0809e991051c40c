import { Problem, reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import type { Journal } from './journal';
import { passesByItself } from './judge-problem';
import { createPreviewJournal } from './preview-journal';
import { runSync, type RunDependencies, type RunInput } from './run';
import { NO_COUNTS, type RunMode, type RunState, type RunSummary } from './run-state';
import type { TimeLeft } from './time-left';

/** Progress is told at most this often. */
const PROGRESS_EVERY_MS = 250;

const MINUTE_MS = 60_000;

/** How long to wait when somebody does not answer, longer each time in a row; after the last, the run fails. */
const PAUSES_MS = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE_MS);

/** No run waits longer than this before it goes on. */
export const LONGEST_PAUSE_MS = Math.max(...PAUSES_MS);

/** Everything a run needs, built out of the settings. */
export type PreparedRun = Pick<RunInput, 'task' | 'notes'> &
  Pick<RunDependencies, 'source' | 'manage' | 'journal' | 'rules'> & {
    /** Estimates how long the rest takes; begins to measure when it is first asked. */
    readonly timeLeft?: TimeLeft;
  };

export interface RunRequest {
  readonly id: string;
  readonly mode: RunMode;
  /** Epoch ms at which the run first began. */
  readonly startedAt: number;
  /** How far a run that goes on had come. */
  readonly before?: RunSummary;
  /** Builds what the run needs. @throws Problem when it cannot begin */
  readonly prepare: (signal: AbortSignal) => Promise<PreparedRun>;
}

export interface RunControllerOptions {
  /** Epoch ms. */
  readonly now: () => number;
  readonly sleep: RunDependencies['sleep'];
  /** Told of progress now and then, and of every end or pause. */
  readonly onState: (state: RunState) => void;
  /** Keeps the worker alive until the answered function is called; a pause does not ask for it. */
  readonly keepAlive: () => () => void;
  /** Runs the work while no other copy of the worker runs any. @throws Problem `runAlreadyActive` */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface RunController {
  /**
   * Begins a run, or goes on with one, and answers as soon as it is under way and remembered, so that it will be
   * gone on with whatever happens.
   * @throws Problem `runAlreadyActive`, `runStopped` before it had begun, or why it cannot begin
   */
  start(request: RunRequest): Promise<RunState>;
  /**
   * Ends the run after the writes under way, or a pause; as failed where a reason is given. Does nothing when there is
   * none.
   */
  stop(why?: Problem): void;
  /** The run under way or paused, or the last one since the worker woke. */
  current(): RunState | null;
  /** Whether a run is under way or waits in this life of the worker. */
  isActive(): boolean;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
  /**
   * Stores how runs ended that could not be stored then. Answers false while it still cannot: they are remembered as
   * under way, and must not be gone on with.
   */
  storeEnds(): Promise<boolean>;
}

/** Sees to it that one run is under way at a time, and that it waits when somebody does not answer. */
export function createRunController(options: RunControllerOptions): RunController {
  const { now, sleep, onState, keepAlive, alone } = options;
  let active: { readonly abort: AbortController; done: Promise<void> } | null = null;
  let latest: RunState | null = null;
  let owed: (() => Promise<void>)[] = [];

  return {
    start: (request) =>
      new Promise((begun, refused) => {
        if (active !== null) {
          refused(new Problem('runAlreadyActive'));
          return;
        }
        const abort = new AbortController();
        const run = { abort, done: Promise.resolve() };
        active = run;
        run.done = alone(() => toTheEnd(request, abort.signal, begun))
          .catch(refused)
          .finally(() => (active = null));
      }),
    stop: (why = new Problem('runStopped')) => active?.abort.abort(why),
    current: () => latest,
    isActive: () => active !== null,
    idle: async () => active?.done,

    async storeEnds() {
      const tried = owed;
      owed = [];
      for (const store of tried) await store();
      return owed.length === 0;
    },
  };

  async function toTheEnd(
    request: RunRequest,
    signal: AbortSignal,
    begun: (state: RunState) => void,
  ): Promise<void> {
    const { id, mode, startedAt } = request;
    let prepared = await whileAlive(() => request.prepare(signal));
    const journal = mode === 'preview' ? createPreviewJournal(prepared.journal) : prepared.journal;
    let summary = justBegun(request);
    await journal.saveSummary(summary);
    let toldAt = 0;
    const onProgress = (next: RunSummary): void => {
      summary = next;
      latest = { ...next, timeLeft: prepared.timeLeft?.(next) ?? null };
      if (now() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = now();
      onState(latest);
    };
    const end = (phase: 'finished' | 'stopped' | 'failed', failure: Reason | null = null): Promise<void> =>
      tellEnd({ ...summary, phase, failure, finishedAt: now() }, journal);
    const endStopped = (): Promise<void> => {
      const why = reasonOf(signal.reason);
      return why.code === 'runStopped' ? end('stopped') : end('failed', why);
    };
    latest = { ...summary, timeLeft: null };
    begun(latest);

    for (let pauses = 0; ;) {
      const doneBefore = summary.done;
      try {
        const { task, notes = [], source, manage, rules } = prepared;
        const input = { id, mode, startedAt, task, notes };
        summary = await whileAlive(() =>
          runSync(input, { source, manage, journal, rules, sleep, onProgress }, signal),
        );
        return await end('finished');
      } catch (error) {
        if (signal.aborted) return endStopped();
        if (summary.done > doneBefore) pauses = 0;
        const wait = passesByItself(error) ? PAUSES_MS[pauses] : undefined;
        if (wait === undefined) return end('failed', reasonOf(error));
        pauses += 1;
        await tellPause(
          { ...summary, phase: 'paused', failure: reasonOf(error), resumesAt: now() + wait },
          journal,
        );
      }
      try {
        await sleep(PAUSES_MS[pauses - 1] ?? 0, signal);
        prepared = await whileAlive(() => request.prepare(signal));
      } catch (error) {
        if (signal.aborted) return endStopped();
        // Whoever does not answer now will be asked again by the run itself, which then pauses once more.
        if (!passesByItself(error)) return end('failed', reasonOf(error));
      }
    }
  }

  async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
    const release = keepAlive();
    return work().finally(release);
  }

  /** What cannot be stored now is stored later, and must not hide what was done. */
  async function storeEnd(summary: RunSummary, journal: Journal): Promise<void> {
    try {
      await journal.saveSummary(summary);
    } catch (error) {
      const isGone = error instanceof Problem && error.reason.code === 'storageGone';
      if (!isGone) owed.push(() => storeEnd(summary, journal));
    }
  }

  async function tellPause(summary: RunSummary, journal: Journal): Promise<void> {
    await journal.saveSummary(summary).catch(() => undefined);
    onState((latest = { ...summary, timeLeft: null }));
  }

  async function tellEnd(summary: RunSummary, journal: Journal): Promise<void> {
    await storeEnd(summary, journal);
    onState((latest = { ...summary, timeLeft: null }));
  }
}

function justBegun({ id, mode, startedAt, before }: RunRequest): RunSummary {
  return {
    found: 0,
    done: 0,
    counts: NO_COUNTS,
    notes: [],
    ...before,
    id,
    mode,
    startedAt,
    phase: 'running',
    finishedAt: null,
    resumesAt: null,
    failure: null,
  };
}
