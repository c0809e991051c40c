import { Problem, reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import type { Journal } from './journal';
import { passesByItself } from './judge-problem';
import { createPreviewJournal } from './preview-journal';
import { runSync, type RunDependencies, type RunInput } from './run';
import { isWorthReading, NO_COUNTS, type RunMode, type RunState, type RunSummary } from './run-state';

/** Progress is told at most this often. */
const PROGRESS_EVERY_MS = 250;

/** How long to wait when somebody does not answer, longer each time in a row; after the last, the run fails. */
const PAUSES_MS = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * 60_000);

/** Everything a run needs, built out of the settings. */
export type PreparedRun = Pick<RunInput, 'task' | 'notes'> &
  Pick<RunDependencies, 'source' | 'manage' | 'journal'>;

export interface RunRequest {
  readonly id: string;
  readonly mode: RunMode;
  /** Epoch ms at which the run first began. */
  readonly startedAt: number;
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
   * Begins a run, or goes on with one, and answers as soon as it is under way.
   * @throws Problem `runAlreadyActive` or why it cannot begin
   */
  start(request: RunRequest): Promise<RunState>;
  /** Ends the run after the writes under way, or a pause. Does nothing when there is none. */
  stop(): void;
  /** The run under way or paused, or the last one since the worker woke. */
  current(): RunState | null;
  /** Whether a run is under way or waits in this life of the worker. */
  isActive(): boolean;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
}

/** Sees to it that one run is under way at a time, and that it waits when somebody does not answer. */
export function createRunController(options: RunControllerOptions): RunController {
  const { now, sleep, onState, keepAlive, alone } = options;
  let active: { readonly abort: AbortController; done: Promise<void> } | null = null;
  let latest: RunState | null = null;

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
    stop: () => active?.abort.abort(),
    current: () => latest,
    isActive: () => active !== null,
    idle: async () => active?.done,
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
    let toldAt = 0;
    const onProgress = (next: RunSummary): void => {
      summary = next;
      latest = { ...next, outcomes: [] };
      if (now() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = now();
      onState(latest);
    };
    const end = (phase: 'finished' | 'stopped' | 'failed', failure: Reason | null = null): Promise<void> =>
      tellEnd({ ...summary, phase, failure, finishedAt: now() }, journal);
    latest = { ...summary, outcomes: [] };
    begun(latest);

    for (let pauses = 0; ;) {
      const doneBefore = summary.done;
      try {
        const { task, notes = [], source, manage } = prepared;
        const input = { id, mode, startedAt, task, notes };
        summary = await whileAlive(() =>
          runSync(input, { source, manage, journal, sleep, onProgress }, signal),
        );
        return await end('finished');
      } catch (error) {
        if (signal.aborted) return end('stopped');
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
        if (signal.aborted) return end('stopped');
        // Whoever does not answer now will be asked again by the run itself, which then pauses once more.
        if (!passesByItself(error)) return end('failed', reasonOf(error));
      }
    }
  }

  async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
    const release = keepAlive();
    return work().finally(release);
  }

  /** What cannot be stored must not hide what was done. */
  async function tellPause(summary: RunSummary, journal: Journal): Promise<void> {
    await journal.saveSummary(summary).catch(() => undefined);
    onState((latest = { ...summary, outcomes: [] }));
  }

  async function tellEnd(summary: RunSummary, journal: Journal): Promise<void> {
    await journal.saveSummary(summary).catch(() => undefined);
    const outcomes = await journal.outcomes().catch(() => []);
    onState((latest = { ...summary, outcomes: outcomes.filter(isWorthReading) }));
  }
}

function justBegun({ id, mode, startedAt }: RunRequest): RunSummary {
  const nothing = { found: 0, done: 0, counts: NO_COUNTS, notes: [] as readonly Reason[] };
  return {
    id,
    mode,
    phase: 'running',
    startedAt,
    finishedAt: null,
    resumesAt: null,
    failure: null,
    ...nothing,
  };
}
