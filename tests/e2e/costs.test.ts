import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizedWorld } from '../../sandbox/world';
import { countWork, keptForPage } from './support/costs';
import { rightBadges } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { exchangeGrid, ownElements } from './support/host-page';
import { ALL_WELL, auditPage } from './support/page-audit';
import { markBadges, markQuestions, traceTasks } from './support/page-tasks';

/** Rows enough for any firm's patience. */
const MANY = 5000;

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
  await markBadges(demo.page);
  await markQuestions(demo.page);
  Object.assign(demo.world, { manage: sizedWorld(demo.now, MANY).manage });
});
afterAll(() => demo.close());

const untilAllWell = async (): Promise<void> => {
  const audited = { allowed: await rightBadges(demo.page, demo.world.manage), badges: 'all' as const };
  await expect.poll(() => demo.page.evaluate(auditPage, audited), { interval: 200 }).toEqual(ALL_WELL);
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

describe.each([
  // Scrolling to others and another grid come to the same, and each takes its time with so many.
  [100, ['opened', 'scrolled', 'exchanged for another grid']],
  [1_000, ['opened', 'exchanged for another grid']],
] as const)('%i rows in sight', (inSight, ways) => {
  const untilDecorated = async (): Promise<void> => {
    await demo.page.waitForFunction(
      (least) => {
        const rows = [...document.querySelectorAll('tr.cw-ml-row')];
        return rows.length >= least && rows.every((row) => row.querySelector('payment-sync-badge'));
      },
      inSight,
      { polling: 100 },
    );
  };
  const BY = {
    opened: () => demo.openInvoiceSearch(`pageSize=${2 * inSight + 100}&pool=${inSight}&recycling=shift`),
    async scrolled() {
      await demo.page.evaluate(() => {
        const scroller = document.querySelector('[id$=-listview-scroller]');
        scroller?.scrollTo(0, scroller.scrollHeight / 2);
      });
      await demo.page.waitForFunction(() => window.__host.rowsRecycled > 0);
    },
    'exchanged for another grid': () =>
      exchangeGrid(demo.page, () =>
        demo.page.locator('#cwContent').getByText('Amount', { exact: true }).first().click(),
      ),
  };
  beforeAll(async () => {
    await demo.page.setViewportSize({ width: 1280, height: 24 * inSight + 400 });
    await demo.page.goto('about:blank');
  });
  afterAll(async () => void (await demo.page.setViewportSize({ width: 1280, height: 800 })));

  it.each(ways)('%s, get their badges fifty at a time, and no row is read for them twice', async (way) => {
    const tasks = await traceTasks(demo.page, async () => {
      await BY[way]();
      await untilDecorated();
    });
    const badges = tasks.reduce((all, task) => all + task.badges, 0);
    expect(badges).toBeGreaterThanOrEqual(inSight);
    const putIn = tasks.filter((task) => task.badges > 0);
    expect(Math.max(...putIn.map((task) => task.badges))).toBeLessThanOrEqual(50);
    // Whether fifty cells still show their numbers, and where fifty badges go: no other row is looked at.
    expect(Math.max(...putIn.map((task) => task.questions))).toBeLessThanOrEqual(50 * 12);
    // Of each row four things at most, and not what it holds and where it is in one task.
    const questions = Math.max(...tasks.map((task) => task.questions));
    expect(questions).toBeGreaterThanOrEqual(inSight);
    expect(questions).toBeLessThanOrEqual(4 * inSight + 400);
    // One where the page has changed since it was painted, one to fit what took the place of other badges.
    expect(Math.max(...tasks.map((task) => task.layouts))).toBeLessThanOrEqual(2);
    await untilAllWell();
  });
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
