import type { Page } from 'playwright-core';
import { traceOf, type TraceEvent } from '../../support/chromium-trace';
import { onOwnWorld } from './own-world';

/** What the extension did in one task of the page. */
export interface PageTask {
  /** Badges it put in. */
  readonly badges: number;
  /** Layouts that its scripts made the browser do there and then. */
  readonly layouts: number;
  /** What its scripts asked of the page's elements: what there is within them, around them, and where they are. */
  readonly questions: number;
}

const CATEGORIES = [
  'toplevel',
  'blink.user_timing',
  'devtools.timeline',
  // Tells which script a layout was waited for by.
  'disabled-by-default-devtools.timeline.stack',
];

const MARKS = { badges: 'badges put in: ', questions: 'questions asked: ' } as const;

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
  }, MARKS.badges);
}

/** Lets the content script mark, on every page from now on, how much it asks. Within its task: as soon as its script has ended. */
export async function markQuestions(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const countIn = (mark: string): void => {
    let asked = 0;
    const tell = (): void => {
      performance.mark(`${mark}${asked}`);
      asked = 0;
    };
    const count = (of: object, names: readonly string[]): void => {
      for (const name of names) {
        const own = Reflect.get(of, name) as (...given: unknown[]) => unknown;
        Reflect.set(of, name, function (this: unknown, ...given: unknown[]) {
          if (asked === 0) queueMicrotask(tell);
          asked += 1;
          return own.apply(this, given);
        });
      }
    };
    count(Element.prototype, ['querySelector', 'querySelectorAll', 'closest', 'matches', 'checkVisibility']);
    count(Element.prototype, ['getBoundingClientRect']);
    count(Range.prototype, ['getBoundingClientRect']);
    count(window, ['getComputedStyle']);
  };
  const expression = `(${countIn.toString()})(${JSON.stringify(MARKS.questions)})`;
  await onOwnWorld(cdp, (contextId) => {
    // A world may be gone before it is counted in.
    cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  });
}

/** What Chromium's own tracing tells of the page's tasks while something is done. @throws Error if it tells of no badge */
export async function traceTasks(page: Page, act: () => Promise<void>): Promise<readonly PageTask[]> {
  return tasksIn(await traceOf(page, CATEGORIES, act));
}

/** Those tasks in which the extension did something. */
function tasksIn(events: readonly TraceEvent[]): readonly PageTask[] {
  const first = events.find(({ name }) => name.startsWith(MARKS.badges));
  if (first === undefined) throw new Error('The trace tells of no badge');
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const begins = own
    .filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'))
    .map(({ ts }) => ts)
    .sort((a, b) => b - a);
  const tasks = new Map<number, PageTask>();
  for (const event of own) {
    const did = didIn(event);
    if (did === null) continue;
    // A task lasts until the next begins: promises that it has settled go on after what the trace shows as its end.
    const begin = begins.find((ts) => ts <= event.ts);
    // One that had begun before the trace did.
    if (begin === undefined) continue;
    const { badges, layouts, questions } = tasks.get(begin) ?? NOTHING;
    tasks.set(begin, {
      badges: badges + did.badges,
      layouts: layouts + did.layouts,
      questions: questions + did.questions,
    });
  }
  return [...tasks.values()];
}

const NOTHING: PageTask = { badges: 0, layouts: 0, questions: 0 };

function didIn({ name, args }: TraceEvent): PageTask | null {
  for (const kind of ['badges', 'questions'] as const) {
    if (name.startsWith(MARKS[kind])) return { ...NOTHING, [kind]: Number(name.slice(MARKS[kind].length)) };
  }
  // Not the first alone: what counts the questions stands before it.
  const isForced =
    args.beginData?.stackTrace?.some(({ url }) => url.startsWith('chrome-extension:')) ?? false;
  return name === 'Layout' && isForced ? { ...NOTHING, layouts: 1 } : null;
}
