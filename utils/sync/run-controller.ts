import { Problem } from '@/utils/payments/problem';
import { runSync, type RunDependencies, type RunInput } from './run';
import { NO_COUNTS, type RunMode, type RunState, type RunSummary } from './run-state';

/** Progress is told at most this often. */
const PROGRESS_EVERY_MS = 250;

export interface RunRequest {
  readonly mode: RunMode;
  /** Builds what the run needs; whatever it throws is told to whoever asked for the run. */
  readonly prepare: (
    runId: string,
    signal: AbortSignal,
  ) => Promise<Pick<RunInput, 'query' | 'notes'> & Omit<RunDependencies, 'onProgress' | 'now' | 'sleep'>>;
}

export interface RunControllerOptions {
  readonly now: () => number;
  readonly sleep: RunDependencies['sleep'];
  readonly newId: () => string;
  /** Told of progress now and then, and of the end always. */
  readonly onState: (state: RunState) => void;
  /** Keeps the worker alive until the answered function is called. */
  readonly keepAlive: () => () => void;
}

export interface RunController {
  /** Begins a run and answers as soon as it is under way. @throws Problem `runAlreadyActive` or why it cannot begin */
  start(request: RunRequest): Promise<RunState>;
  /** Ends the run after the writes under way. Does nothing when there is none. */
  stop(): void;
  /** The run under way, or the last one since the worker woke. */
  current(): RunState | null;
  /** Resolves when no run is under way. */
  idle(): Promise<void>;
}

/** Sees to it that one run is under way at a time. */
export function createRunController(options: RunControllerOptions): RunController {
  const { now, sleep, newId, onState, keepAlive } = options;
  let active: { readonly abort: AbortController; done: Promise<void> } | null = null;
  let latest: RunState | null = null;

  return {
    async start({ mode, prepare }) {
      if (active !== null) throw new Problem('runAlreadyActive');
      const run = { abort: new AbortController(), done: Promise.resolve() };
      active = run;
      const release = keepAlive();
      const end = (): void => {
        active = null;
        release();
      };
      const id = newId();
      const { signal } = run.abort;
      try {
        const { query, notes = [], ...deps } = await prepare(id, signal);
        latest = justBegun(id, mode, now());
        let toldAt = 0;
        const onProgress = (summary: RunSummary): void => {
          latest = { ...summary, outcomes: [] };
          if (now() - toldAt < PROGRESS_EVERY_MS) return;
          toldAt = now();
          onState(latest);
        };
        run.done = runSync({ id, mode, query, notes }, { ...deps, now, sleep, onProgress }, signal).then(
          (state) => {
            latest = state;
            end();
            onState(state);
          },
        );
        return latest;
      } catch (error) {
        end();
        throw error;
      }
    },
    stop: () => active?.abort.abort(),
    current: () => latest,
    idle: async () => active?.done,
  };
}

function justBegun(id: string, mode: RunMode, startedAt: number): RunState {
  const nothing = { found: 0, done: 0, counts: NO_COUNTS, notes: [], outcomes: [] };
  return { id, mode, phase: 'running', startedAt, finishedAt: null, failure: null, ...nothing };
}
