import { atWork, type TraceEvent } from '../../support/chromium-trace';

/** Stretches in which the browser lets a script run, from its call on. */
const CALLS: readonly string[] = [
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
  'v8.callFunction',
  'FunctionCall',
  'EvaluateScript',
];

/** What the browser does to draw a page, whoever has changed it. */
const DRAWING: readonly string[] = ['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'];

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** Whether Chromium says that a script of the extension did it, or that it was done for one. */
function isOwn({ args: { data, beginData } }: TraceEvent): boolean {
  const urls = [data?.url, data?.stackTrace?.[0]?.url, beginData?.stackTrace?.[0]?.url];
  return urls.some((url) => url?.startsWith('chrome-extension:'));
}

/**
 * How long the extension's scripts ran in a task of the page, layouts that they waited for included: microseconds of the
 * processor, where Chromium tells them, which other programs on the machine do not lengthen. What goes on as a promise
 * is named by no call; where it leaves another trace of itself, the whole task counts, less what other scripts and drawing took.
 * @param events of the task, in the order in which they began
 */
export function ownPartOf(task: TraceEvent, events: readonly TraceEvent[]): number {
  const outermost: { readonly stretch: TraceEvent; own: boolean }[] = [];
  let isUncalled = false;
  for (const event of events) {
    const around = outermost.at(-1);
    if (around !== undefined && event.ts < endOf(around.stretch)) around.own ||= isOwn(event);
    else if (CALLS.includes(event.name) || DRAWING.includes(event.name))
      outermost.push({ stretch: event, own: isOwn(event) });
    else isUncalled ||= isOwn(event);
  }
  const sum = (some: typeof outermost): number => some.reduce((all, { stretch }) => all + atWork(stretch), 0);
  if (isUncalled) return atWork(task) - sum(outermost.filter(({ own }) => !own));
  return sum(outermost.filter(({ own }) => own));
}
