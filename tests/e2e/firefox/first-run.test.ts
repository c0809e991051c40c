import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { payNow } from '../../../sandbox/books/happenings';
import { DROP } from '../../../sandbox/server';
import { sameDayLastMonth } from '../../../scripts/same-day-last-month';
import { localDay } from '../support/local-day';
import { isNewPayment } from '../shared/hold';
import { untilRunEnds } from '../shared/in-the-panel';
import { stepsOf } from '../shared/setup-steps';
import { atSetup } from './support/at-setup';
import { drivenFirefox } from './support/driven-firefox';
import { choose, fill, press, untilSays } from './support/find';
import { openFirefoxDemo, type FirefoxDemo } from './support/firefox-demo';

/** Firefox takes no less than 100 ms; on a busy machine, what a run does in between may be seconds apart. */
const IDLE_MS = 3_000;

/** Should it be ended once more than it is made to be, an alarm wakes it within a minute. */
const WOKEN_ONCE_MORE = { timeout: 150_000 };

let demo: FirefoxDemo;
beforeAll(async () => {
  demo = await openFirefoxDemo({ idleTimeoutMs: IDLE_MS });
});
afterAll(() => demo.close());

it('The guided setup opens by itself and leads to a first look, and nothing is written', async () => {
  const before = heldInManage(demo.world.manage);
  const setup = await demo.greeting();
  await demo.openInvoiceSearch();
  await setup.bringToFront();
  const person = atSetup(setup);
  const steps = stepsOf(person, person, 'poweroffice-go');
  await steps.manage();
  await steps.check();
  await steps.accounting();
  await steps.check();
  await steps.matching();
  await steps.goOn();
  await steps.trial();
  expect(heldInManage(demo.world.manage)).toEqual(before);
  await press(setup, 'Open Manage');
  await setup.close();
});

/** Evaluates on a page of the extension that says nothing to its background page, and so does not wake it. */
async function quietly(expression: string): Promise<unknown> {
  const quiet = await demo.openOwnPage('licenses.txt');
  const answer = await quiet.evaluate(expression);
  await quiet.close();
  return answer;
}

/** Brings an alarm forward. */
const ring = (alarm: string) => quietly(`browser.alarms.create('${alarm}', { when: Date.now() })`);

/** Resolves when whoever sent it is gone. */
const untilSenderIsGone = ({ signal }: Request): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    signal.addEventListener('abort', () => done());
  });

it('A run whose background page Firefox ends in its middle is taken up by the panel, and by an alarm where none is open', async () => {
  const { world, now, page, sandbox } = demo;
  const expected = expectedInManage(world, sameDayLastMonth(now), 'payment-record');
  // Of three lives of the background page: how many payment records each may make before Manage falls silent.
  const mayMake = [4, 20, Infinity];
  let life = 0;
  let leaves: Promise<unknown> | undefined;
  let isGone: () => void = () => undefined;
  const isGoneTwice = new Promise<void>((done) => (isGone = done));
  demo.answerInstead(async (request) => {
    if (!isNewPayment(request)) return undefined;
    const its = life;
    mayMake[its] = (mayMake[its] ?? 0) - 1;
    if ((mayMake[its] ?? 0) >= 0) return undefined;
    if (its === 1) await (leaves ??= page.goto('about:blank'));
    await untilSenderIsGone(request);
    life = its + 1;
    if (life === 2) isGone();
    // What the first life asked for last is never carried out; what the second did is, and nobody hears of it.
    return its === 0 ? DROP : undefined;
  });
  await page.bringToFront();
  await choose(page, 'Start Date', 'Past Month');
  await press(page, 'Run Sync');
  await isGoneTwice;
  // It would ring once a minute.
  expect(await quietly(`browser.alarms.get('wake').then(({ periodInMinutes }) => periodInMinutes)`)).toBe(1);
  await ring('wake');
  await expect.poll(() => heldInManage(world.manage), WOKEN_ONCE_MORE).toEqual(expected.held);
  const made = sandbox.requests
    .filter(({ method, path, status }) => method === 'POST' && path.endsWith('/payments') && status === 201)
    .map(({ path }) => path);
  expect(made).toEqual([...new Set(made)]);
  await demo.openInvoiceSearch();
  await untilRunEnds(drivenFirefox(demo));
}, 360_000);

it('The popup tells of the last run and looks an invoice up, on no page of Manage', async () => {
  const popup = await demo.openOwnPage('popup.html');
  await untilSays(popup, /Last successful run: /);
  await fill(popup, 'Invoice number', ' 12342 ');
  await popup.keyboard.press('Enter');
  await untilSays(popup, /^Partly paid/m);
  await press(popup, 'Check now');
  await untilSays(popup, /Manage shows what the books say\./);
  await popup.close();
});

it('Every few hours an alarm wakes the background page, and a run begins by itself', async () => {
  const options = await demo.openOwnPage('options.html');
  await choose(options, 'Run the sync', 'Every 4 hours');
  await press(options, 'Save');
  await untilSays(options, /^Saved\.$/m);
  await options.close();
  await demo.page.goto('about:blank');
  payNow(demo.world, 12342, 1_650, localDay(demo.now));
  // It would ring in a minute.
  await ring('schedule');
  await expect
    .poll(() => heldInManage(demo.world.manage).get('12342')?.records)
    .toMatchObject([{ amount: 2650 }]);
  const popup = await demo.openOwnPage('popup.html');
  await untilSays(popup, /Sync finished\.[^]*Next sync by itself: /);
  await popup.close();
});
