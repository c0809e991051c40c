import type { Page } from 'playwright-core';
import { atWork, traceOf, type TraceEvent } from '../../support/chromium-trace';
import { ownPartOf } from './own-part';

/** What the page's main thread did in a stretch of time. */
export interface MainThread {
  /** Milliseconds of the processor, at whoever's work. */
  readonly workMs: number;
  readonly longestTaskMs: number;
  /** The longest that the extension's own scripts took in a task, layouts that they waited for included. */
  readonly longestOwnMs: number;
  /** Layouts that a script had to wait for. */
  readonly forcedLayouts: number;
}

const CATEGORIES = [
  'toplevel',
  'blink.user_timing',
  'devtools.timeline',
  // Tells whose script something was done for.
  'disabled-by-default-devtools.timeline.stack',
];

/** A mark of ours in the trace: the thread that set it is the page's main thread. */
const MARK = 'payment-sync-bench';

/** Stretches in which a script runs: what is laid out within one of them, that script waits for. */
const SCRIPTS: readonly string[] = ['FunctionCall', 'EvaluateScript', 'v8.callFunction'];

/** What Chromium's own tracing tells of the page's main thread while something is done. */
export async function traced(page: Page, act: () => Promise<void>): Promise<MainThread> {
  const events = await traceOf(page, CATEGORIES, async () => {
    await act();
    await page.evaluate((name) => void performance.mark(name), MARK);
  });
  return summaryOf(events);
}

/** @throws Error when the trace does not hold the page's main thread */
function summaryOf(events: readonly TraceEvent[]): MainThread {
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('the trace does not show the page');
  const all = events
    .filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const own = all.filter(({ ph }) => ph === 'X');
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask' || name === 'RunTask');
  const lengths = tasks.map(({ dur = 0 }) => dur / 1000);
  return {
    workMs: tasks.reduce((sum, task) => sum + atWork(task), 0) / 1000,
    longestTaskMs: Math.max(0, ...lengths),
    longestOwnMs: Math.max(0, ...ownParts(tasks, all)) / 1000,
    forcedLayouts: forcedIn(own),
  };
}

/** What of each task was the extension's. Tasks and events are in the order in which they began. */
function ownParts(tasks: readonly TraceEvent[], events: readonly TraceEvent[]): readonly number[] {
  let at = 0;
  return tasks.map((task, nth) => {
    const until = tasks[nth + 1]?.ts ?? Infinity;
    const inside: TraceEvent[] = [];
    for (; at < events.length; at += 1) {
      const event = events[at];
      if (event === undefined || event.ts >= until) break;
      if (event !== task && event.ts >= task.ts) inside.push(event);
    }
    return ownPartOf(task, inside);
  });
}

/** Counts layouts that lie within a stretch of script. Events are in the order in which they began. */
function forcedIn(events: readonly TraceEvent[]): number {
  let until = 0;
  let forced = 0;
  for (const { name, ts, dur = 0 } of events) {
    if (SCRIPTS.includes(name)) until = Math.max(until, ts + dur);
    else if (name === 'Layout' && ts < until) forced += 1;
  }
  return forced;
}
