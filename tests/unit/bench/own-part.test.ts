import { expect, it } from 'vitest';
import { ownPartOf } from '../../bench/page/own-part';
import type { TraceEvent } from '../../support/chromium-trace';

const OURS = 'chrome-extension://id/content-scripts/invoice-search.js';
const THEIRS = 'https://na.myconnectwise.net/client.js';

function event(name: string, ts: number, dur: number, args: TraceEvent['args'] = {}): TraceEvent {
  return { name, ph: 'X', ts, dur, pid: 1, tid: 1, args };
}
const call = (ts: number, dur: number, url: string) => event('FunctionCall', ts, dur, { data: { url } });
const forced = (ts: number, dur: number) =>
  event('Layout', ts, dur, { beginData: { stackTrace: [{ url: OURS }] } });

it.each<[string, readonly TraceEvent[], number]>([
  ['a timer of ours, all of it', [event('TimerFire', 0, 40), call(1, 30, OURS), forced(5, 20)], 40],
  ['nothing of a timer of the page’s', [event('TimerFire', 0, 40), call(1, 30, THEIRS)], 0],
  [
    'one call in a frame that is drawn, and nothing of the drawing',
    [event('FireAnimationFrame', 0, 5), call(1, 3, OURS), event('Layout', 6, 30), event('Paint', 40, 50)],
    5,
  ],
  [
    'ours of two calls',
    [event('TimerFire', 0, 10), call(0, 9, THEIRS), event('TimerFire', 20, 7), call(20, 6, OURS)],
    7,
  ],
  [
    'a promise that goes on and sets a timer, less what was drawn and what others did',
    [
      event('TimerInstall', 3, 0, { data: { stackTrace: [{ url: OURS }] } }),
      call(30, 10, THEIRS),
      event('Paint', 50, 20),
    ],
    70,
  ],
])('The extension’s part of a task is %s', (_, events, part) => {
  expect(ownPartOf(event('RunTask', 0, 100), events)).toBe(part);
});

it('It is counted in the processor’s time where that is told', () => {
  const timer = { ...event('TimerFire', 0, 40), tdur: 12 };
  expect(ownPartOf(event('RunTask', 0, 100), [timer, call(1, 30, OURS)])).toBe(12);
});
