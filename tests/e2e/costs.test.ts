import { afterAll, beforeAll, expect, it } from 'vitest';
import { sizedWorld } from '../../sandbox/world';
import { countWork, keptForPage } from './support/costs';
import { rightBadges } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { ownElements } from './support/host-page';
import { ALL_WELL, auditPage } from './support/page-audit';

/** Rows enough for any firm's patience. */
const MANY = 5000;

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
  Object.assign(demo.world, { manage: sizedWorld(demo.now, MANY).manage });
});
afterAll(() => demo.close());

const untilAllWell = async (): Promise<void> => {
  const right = await rightBadges(demo.page, demo.world.manage);
  await expect
    .poll(() => demo.page.evaluate(auditPage, right), { timeout: 30_000, interval: 200 })
    .toEqual(ALL_WELL);
};
const goTo = async (screen: string): Promise<void> => {
  await demo.page.getByRole('link', { name: screen, exact: true }).click();
  await demo.page.waitForFunction((title) => document.title === `Manage: ${title}`, screen);
};

it('While nothing changes but a clock, nothing is written, nothing is asked, and hardly anything is read', async () => {
  const { page, sandbox } = demo;
  await demo.openInvoiceSearch('clock=1');
  await untilAllWell();
  const pass = async (milliseconds: number): Promise<void> => {
    const until = (await page.evaluate(() => performance.now())) + milliseconds;
    await page.waitForFunction((end) => performance.now() > end, until);
  };
  // The audit took badges out and put them back: the look at that is over in a moment.
  await pass(1_000);
  const read = await countWork(page);
  const before = { ...(await read()), requests: sandbox.requests.length };
  await pass(6_000);
  const { layoutReads, writes } = await read();
  expect(writes - before.writes).toBe(0);
  // The page is looked at every five seconds: where each row is, for its facts and for the overview, and little more.
  const rows = await page.locator('tr.cw-ml-row').count();
  expect(layoutReads - before.layoutReads).toBeLessThanOrEqual(2 * (2 * rows + 30));
  expect(sandbox.requests.slice(before.requests).filter(({ path }) => path.includes('apis/'))).toEqual([]);
});

it('5,000 rows that are used again all get their badges as they come by', async () => {
  await demo.openInvoiceSearch(`pageSize=${MANY}&recycling=shift`);
  await untilAllWell();
  for (const part of [0.25, 0.7, 1]) {
    await demo.page.evaluate((to) => {
      const scroller = document.querySelector('[id$=-listview-scroller]');
      scroller?.scrollTo(0, to * scroller.scrollHeight);
    }, part);
    await untilAllWell();
  }
});

it('1,000 rows in sight get their badges fifty at a time, and all of them are right', async () => {
  const { page } = demo;
  await page.setViewportSize({ width: 1280, height: 24_400 });
  await page.goto('about:blank');
  await page.addInitScript(() => {
    const made: number[] = [];
    Object.assign(window, { made });
    // What one task has put in is told at its end.
    new MutationObserver((records) => {
      const badges = records
        .flatMap(({ addedNodes }) => [...addedNodes])
        .filter(({ nodeName }) => nodeName === 'PAYMENT-SYNC-BADGE').length;
      if (badges > 0) made.push(badges);
    }).observe(document, { subtree: true, childList: true });
  });
  await demo.openInvoiceSearch('pageSize=1000&pool=1000');
  const readMade = (): Promise<number[]> =>
    page.evaluate(() => (window as unknown as { made: number[] }).made);
  const sum = (badges: readonly number[]): number => badges.reduce((all, some) => all + some, 0);
  await expect.poll(async () => sum(await readMade()), { timeout: 30_000 }).toBeGreaterThanOrEqual(1000);
  // The audit takes all badges out and puts them back, in one task of its own.
  const made = await readMade();
  await untilAllWell();
  expect(Math.max(...made)).toBeLessThanOrEqual(50);
  await page.setViewportSize({ width: 1280, height: 800 });
});

it('Nothing is left behind on other screens, however often one comes and goes', async () => {
  const { page } = demo;
  const cdp = await page.context().newCDPSession(page);
  await demo.openInvoiceSearch();
  const roundTrip = async (): Promise<void> => {
    await goTo('Invoice Search');
    await page.locator('payment-sync-badge').first().waitFor({ state: 'attached' });
    await goTo('Company Search');
    await expect.poll(() => ownElements(page)).toBe(0);
  };
  for (let trip = 0; trip < 3; trip += 1) await roundTrip();
  const before = await keptForPage(cdp);
  for (let trip = 0; trip < 6; trip += 1) await roundTrip();
  const after = await keptForPage(cdp);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.documents).toBeLessThanOrEqual(before.documents);
  // Six grids of rows and badges would be thousands.
  expect(after.nodes - before.nodes).toBeLessThan(200);
});
