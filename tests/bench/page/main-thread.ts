import type { Page } from 'playwright-core';
import { traceOf, type TraceEvent } from '../../support/chromium-trace';

/** What the page's main thread did in a stretch of time. */
export interface MainThread {
  /** Milliseconds of work, of whoever's. */
  readonly workMs: number;
  readonly longestTaskMs: number;
  /** Layouts that a script had to wait for. */
  readonly forcedLayouts: number;
}

const CATEGORIES = ['toplevel', 'blink.user_timing', 'devtools.timeline'];

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
  const own = events
    .filter(({ pid, tid, ph }) => pid === mark.pid && tid === mark.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name }) => name === 'ThreadControllerImpl::RunTask' || name === 'RunTask');
  const lengths = tasks.map(({ dur = 0 }) => dur / 1000);
  return {
    workMs: lengths.reduce((sum, ms) => sum + ms, 0),
    longestTaskMs: Math.max(0, ...lengths),
    forcedLayouts: forcedIn(own),
  };
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
