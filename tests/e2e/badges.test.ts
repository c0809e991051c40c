import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../scripts/browser';
import {
  badgesOutsideTheirCell,
  rowsInView,
  scrolled,
  untilBadgesAreRight,
  watchBadges,
} from './support/badges';
import { invoiceSearchUrl, openDemo, type Demo } from './support/demo';
import { exchangeGrid, hostNoticed, ownElements, ownLayout } from './support/host-page';
import { runSync } from './support/panel';
import { manageRequestsSince } from './support/requests';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await runSync(demo.panel);
  await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
});
afterAll(() => demo.close());

const badgesAreRight = () => untilBadgesAreRight(demo.page, demo.world.manage);
/** A button of the page, or a caption to sort by. */
const pressInPage = (text: string) =>
  demo.page.locator('#cwContent').getByText(text, { exact: true }).first().click();
const goTo = (screen: string) => demo.page.getByRole('link', { name: screen, exact: true }).click();

describe('While all rows are scrolled by, every badge is its row’s and right', () => {
  it.each([
    ['all', 'pageSize=1000&refill=contents'],
    ['all', 'pageSize=1000&refill=text&recycling=shift'],
    [100, 'refill=text'],
    [100, 'refill=cell'],
    [100, 'refill=contents&recycling=shift&delay=0'],
    [100, 'numberWidth=60'],
    [100, 'columns=company,amount,number,date&paidColumns=1'],
  ] as const)('%s rows, %s', async (rows, variant) => {
    const { page, world } = demo;
    await demo.openInvoiceSearch(variant);
    const watched = await watchBadges(page, world.manage);
    /** Right, and painted so: how many frames that takes is up to the machine. */
    const inSight = async (): Promise<string[]> => {
      const numbers = await badgesAreRight();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      return numbers;
    };
    const seen = new Set(await inSight());
    for (let { top, end } = await scrolled(page); top < end;) {
      ({ top, end } = await scrolled(page, top + 560));
      for (const number of await inSight()) seen.add(number);
    }
    expect(seen.size).toBe(rows === 'all' ? world.manage.invoices.length : rows);

    // And back to the top at once, with a new window of rows in each frame.
    await page.evaluate(async () => {
      const scroller = document.querySelector('[id$=-listview-scroller]');
      while (scroller !== null && scroller.scrollTop > 0) {
        scroller.scrollTop -= 160;
        await new Promise(requestAnimationFrame);
      }
    });
    await badgesAreRight();
    const { wrong, numbers } = await watched();
    expect(wrong).toEqual([]);
    expect(numbers).toEqual(expect.arrayContaining([...seen]));
    expect((await hostNoticed(page)).errors).toEqual([]);
  });
});

it('Badges stay right through sorting, paging and a new search', async () => {
  const { page, world } = demo;
  await demo.openInvoiceSearch();
  const first = await badgesAreRight();
  const watched = await watchBadges(page, world.manage);
  for (const press of ['Company', 'Amount', 'Amount', 'Next Page', 'Next Page', 'Previous Page', 'Clear']) {
    await exchangeGrid(page, () => pressInPage(press));
    await badgesAreRight();
  }
  await page.getByRole('textbox', { name: 'Invoice Number' }).fill('1234');
  await pressInPage('Search');
  await expect.poll(badgesAreRight).not.toEqual(first);
  expect((await badgesAreRight()).sort()).toEqual(
    world.manage.invoices
      .map(({ invoiceNumber }) => invoiceNumber)
      .filter((each) => each.includes('1234'))
      .sort(),
  );
  expect((await watched()).wrong).toEqual([]);
  expect((await hostNoticed(page)).errors).toEqual([]);
});

describe('Other screens', () => {
  it.each(['Service Board List', 'Company Finance', 'Company Search', 'Purchase Order List'])(
    'such as %s are left alone, and Invoice Search is as before after Back',
    async (screen) => {
      const { page, panel } = demo;
      await demo.openInvoiceSearch();
      await badgesAreRight();
      await goTo(screen);
      await page.waitForFunction((title) => document.title === `Manage: ${title}`, screen);
      await expect.poll(() => ownElements(page)).toBe(0);
      await page.goBack();
      await badgesAreRight();
      await panel.waitFor();
      expect((await hostNoticed(page)).errors).toEqual([]);
    },
  );

  it('such as an opened invoice are left alone', async () => {
    const { page } = demo;
    await demo.openInvoiceSearch();
    await badgesAreRight();
    await page.locator('a.multilineClickable').first().click();
    await page.waitForFunction(() => document.title.startsWith('Manage: Invoice '));
    await expect.poll(() => ownElements(page)).toBe(0);
  });
});

describe('Requests to Manage for the rows in sight', () => {
  const paidInSight = async (): Promise<number> => {
    const rows = await rowsInView(demo.page);
    return rows.filter(({ badges }) => badges[0]?.includes('Date Paid')).length;
  };
  /** A morning whose dates have not been read yet, and a sync of it. */
  async function syncedAnew(): Promise<void> {
    demo.startOver();
    await demo.openInvoiceSearch('rows=0');
    await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
    await runSync(demo.panel);
    await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
  }

  it('are a few for all of them where the report answers', async () => {
    await syncedAnew();
    const from = demo.sandbox.requests.length;
    await demo.openInvoiceSearch();
    await badgesAreRight();
    expect(await paidInSight()).toBeGreaterThan(5);
    const { lookUps, recordReads, reports } = manageRequestsSince(demo.sandbox.requests, from);
    expect(lookUps.length).toBeLessThanOrEqual(3);
    expect(reports).toHaveLength(1);
    expect(recordReads).toEqual([]);
  });

  it('are one for each paid row where it does not, at most five at a time, once scrolling rests', async () => {
    await syncedAnew();
    demo.world.manage.reportsAvailable = false;
    const atOnce = { now: 0, most: 0 };
    let isMoving = (): void => undefined;
    const moving = new Promise<void>((resolve) => (isMoving = resolve));
    demo.answerInstead(async ({ method, url }) => {
      // Nothing is known of any row before the view moves: it was not at rest with what is known.
      if (url.includes('/finance/invoices?')) await moving;
      if (method !== 'GET' || !/\/invoices\/\d+\/payments/.test(url)) return undefined;
      atOnce.now += 1;
      atOnce.most = Math.max(atOnce.most, atOnce.now);
      // A slow Manage, so that requests would pile up.
      await new Promise((resolve) => setTimeout(resolve, 40));
      atOnce.now -= 1;
      return undefined;
    });
    const from = demo.sandbox.requests.length;
    await demo.openInvoiceSearch('sort=number&pageSize=1000');
    await demo.page.locator('tr.cw-ml-row').first().waitFor();
    const moved = demo.page.evaluate(async () => {
      const scroller = document.querySelector('[id$=-listview-scroller]');
      const badges = document.getElementsByTagName('payment-sync-badge');
      let at = performance.now();
      // A machine too busy to paint for so long lets the view rest, whoever moves it.
      let rests = 0;
      let last = -1;
      for (let left = 60; scroller !== null && left > 0 && scroller.scrollTop > last;) {
        last = scroller.scrollTop;
        scroller.scrollTop += 45;
        await new Promise(requestAnimationFrame);
        if (badges.length > 0) left -= 1;
        const now = performance.now();
        if (now - at > 390) rests += 1;
        at = now;
      }
      return { rests, badges: badges.length };
    });
    await expect.poll(async () => (await scrolled(demo.page)).top, { interval: 20 }).toBeGreaterThan(900);
    isMoving();
    const { rests, badges } = await moved;
    expect(badges).toBeGreaterThan(0);
    await badgesAreRight();
    const paid = await paidInSight();
    expect(paid).toBeGreaterThan(5);
    const reads = manageRequestsSince(demo.sandbox.requests, from).recordReads.map(({ path }) => path);
    expect(new Set(reads).size).toBe(reads.length);
    // What the page's own bars cover counts as seen, and no more than the window is high.
    expect(reads.length).toBeGreaterThanOrEqual(paid);
    expect(reads.length).toBeLessThanOrEqual((paid + 10) * (1 + rests));
    expect(atOnce.most).toBeGreaterThan(1);
    expect(atOnce.most).toBeLessThanOrEqual(5);
    demo.startOver();
  });
});

describe('Manage’s own page', () => {
  it.each(['', 'numberWidth=60'])(
    'has the very sizes and markup that it has without the extension (%s)',
    async (variant) => {
      const plain = await launch({ sandbox: demo.sandbox, headless: true, grant: [], extension: false });
      try {
        const [page] = plain.context.pages();
        await page?.goto(invoiceSearchUrl(variant));
        await page?.locator('tr.cw-ml-row').first().waitFor();
        await demo.openInvoiceSearch(variant);
        await badgesAreRight();
        expect(await ownLayout(demo.page)).toEqual(page && (await ownLayout(page)));
        expect(await badgesOutsideTheirCell(demo.page)).toEqual([]);
      } finally {
        await plain.close();
      }
    },
  );

  it('is neither scrolled nor loses the focus while a sync runs and badges change', async () => {
    const { page, panel } = demo;
    demo.startOver();
    await demo.openInvoiceSearch();
    const filter = page.getByRole('textbox', { name: 'Company' });
    await panel.getByRole('button', { name: 'Payment sync' }).click();
    await scrolled(page, 481);
    await badgesAreRight();
    await runSync(panel);
    await filter.focus();
    await badgesAreRight();
    expect((await scrolled(page)).top).toBe(481);
    expect(await filter.evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('hears none of the keys that are typed into the panel', async () => {
    const { page, panel } = demo;
    await panel.getByLabel('Start Date').focus();
    await page.keyboard.press('End');
    await panel.getByLabel('Custom Date').focus();
    await page.keyboard.type('0103');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await panel.getByRole('button', { name: 'Preview' }).press('n');
    expect((await hostNoticed(page)).keys).toEqual([]);
    await page.getByText('Finance', { exact: true }).last().click();
    await page.keyboard.press('n');
    expect((await hostNoticed(page)).keys).toEqual(['n']);
  });
});
