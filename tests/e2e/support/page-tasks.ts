import type { Page } from 'playwright-core';
import { traceOf, type TraceEvent } from '../../support/chromium-trace';

/** What the extension did in each task of the page in which it did something. */
export interface PageTasks {
  /** Badges it put in. */
  readonly badges: readonly number[];
  /** Layouts that its scripts made the browser do there and then. */
  readonly layouts: readonly number[];
}

const CATEGORIES = [
  'toplevel',
  'blink.user_timing',
  'devtools.timeline',
  // Tells which script a layout was waited for by.
  'disabled-by-default-devtools.timeline.stack',
];

const MARK = 'badges put in: ';

/**
 * Lets a page mark, from when it is next opened on, how many badges were put into it. Whoever observes changes is told at
 * the end of the script that made them, so within its task, which may have several such ends.
 */
export async function markBadges(page: Page): Promise<void> {
  await page.addInitScript((mark) => {
    new MutationObserver((records) => {
      const badges = records
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter(({ nodeName }) => nodeName === 'PAYMENT-SYNC-BADGE').length;
      if (badges > 0) performance.mark(`${mark}${badges}`);
    }).observe(document, { subtree: true, childList: true });
  }, MARK);
}

/** What Chromium's own tracing tells of the page's tasks while something is done. @throws Error if it tells of none */
export async function traceTasks(page: Page, act: () => Promise<void>): Promise<PageTasks> {
  return tasksIn(await traceOf(page, CATEGORIES, act));
}

function tasksIn(events: readonly TraceEvent[]): PageTasks {
  const marks = events.filter(({ name }) => name.startsWith(MARK));
  const [first] = marks;
  if (first === undefined) throw new Error('The trace tells of no badge');
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const begins = own
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .map(({ ts }) => ts)
    .sort((a, b) => b - a);
  const layouts = own.filter(
    ({ name, args }) =>
      name === 'Layout' && args.beginData?.stackTrace?.[0]?.url.startsWith('chrome-extension:'),
  );
  /** A task lasts until the next begins: promises that it has settled go on after what the trace shows as its end. */
  const byTask = (done: readonly TraceEvent[], countOf: (event: TraceEvent) => number): number[] => {
    const counts = new Map<number, number>();
    for (const event of done) {
      const begin = begins.find((ts) => ts <= event.ts);
      if (begin === undefined) throw new Error(`“${event.name}” is in no task of the trace`);
      counts.set(begin, (counts.get(begin) ?? 0) + countOf(event));
    }
    return [...counts.values()];
  };
  return {
    badges: byTask(marks, ({ name }) => Number(name.slice(MARK.length))),
    layouts: byTask(layouts, () => 1),
  };
}
