import type { RunSummary } from './run-state';

/** Milliseconds that the rest of what was found will take at least; null while too little is known. */
export type TimeLeft = (summary: Pick<RunSummary, 'found' | 'done'>) => number | null;

/** What hosts allow, as the worker keeps to it. */
export interface Pace {
  /** How many requests each host was sent in this life of the worker. */
  readonly sent: () => ReadonlyMap<string, number>;
  /** Milliseconds until so many more requests could have been sent to a host. */
  readonly wait: (host: string, more: number) => number;
}

/** Before so many invoices are dealt with, an estimate would jump about. */
const LEAST_DONE = 10;

/**
 * Estimates by how long invoices took so far, and by how many requests they took of what each host allows: a run
 * that begins fast is held up as soon as a host has had enough, and that can be known before.
 * @param monotonicNow milliseconds by a clock that only goes forward
 */
export function createTimeLeft({ sent, wait }: Pace, monotonicNow: () => number): TimeLeft {
  let begun: {
    readonly at: number;
    readonly done: number;
    readonly sent: ReadonlyMap<string, number>;
  } | null = null;
  return ({ found, done }) => {
    begun ??= { at: monotonicNow(), done, sent: new Map(sent()) };
    const passed = done - begun.done;
    if (passed < LEAST_DONE) return null;
    const left = found - done;
    const byPace = ((monotonicNow() - begun.at) / passed) * left;
    const waits = [...sent()].map(([host, count]) => {
      const each = (count - (begun?.sent.get(host) ?? 0)) / passed;
      return wait(host, Math.ceil(each * left));
    });
    return Math.max(byPace, ...waits);
  };
}
