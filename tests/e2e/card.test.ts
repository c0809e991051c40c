import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensCards, PARTLY } from './shared/opens-cards';
import { untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { drivenChromium } from './support/driven-chromium';
import { faults } from './support/faults';
import { hostNoticed, ownLayout } from './support/host-page';
import { runSync } from './support/panel';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await runSync(demo.panel);
  await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
});
afterAll(() => demo.close());

const badge = (number: string): Locator =>
  demo.page.getByRole('button', { name: new RegExp(`^Invoice ${number}: `) });
const card = (number: string): Locator => demo.page.getByRole('dialog', { name: `Invoice ${number}` });
const overview = (): Locator => demo.page.getByRole('region', { name: 'Payments of the invoices in view' });

async function show(query = ''): Promise<void> {
  await demo.openInvoiceSearch(query);
  await untilBadgesAreRight(demo.page, demo.world.manage);
}
async function open(number: string): Promise<Locator> {
  await badge(number).click();
  const opened = card(number);
  await opened.getByRole('button', { name: 'Check now' }).waitFor();
  return opened;
}
/** The invoices whose rows can be seen, more than half of them. */
const middlesInView = async (): Promise<ReadonlySet<string>> => {
  const numbers = await demo.page.evaluate(() => {
    const scroller = document.querySelector('[id$=-listview-scroller]')?.getBoundingClientRect();
    return [...document.querySelectorAll('tr.cw-ml-row')].flatMap((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const isSeen = scroller !== undefined && middle >= scroller.top && middle <= scroller.bottom;
      return isSeen ? [row.querySelector('a.multilineClickable')?.textContent ?? ''] : [];
    });
  });
  return new Set(numbers);
};
/** What the page noticed apart from what its own loading did. */
const noticed = async () => {
  const { errors, keys, rowClicks } = await hostNoticed(demo.page);
  return { errors, keys, rowClicks };
};
const NOTHING = { errors: [], keys: [], rowClicks: 0 };

opensCards(() => drivenChromium(demo));

describe('The card of an invoice in Chromium', () => {
  it('is opened and used by people, not by scripts of the page', async () => {
    const { page } = demo;
    await show();
    const pressAll = (tag: string): Promise<void> =>
      page.evaluate((name) => {
        for (const host of document.querySelectorAll(name))
          for (const button of host.shadowRoot?.querySelectorAll('button') ?? []) button.click();
      }, tag);
    await pressAll('payment-sync-badge');
    const opened = await open(PARTLY);
    expect(await page.getByRole('dialog').count()).toBe(1);
    await pressAll('payment-sync-card');
    expect(await opened.innerText()).not.toContain('Asking');
  });

  it.each([
    ['in a window half as wide and high, as at 200 % zoom', '', { width: 640, height: 400 }],
    ['from right to left', 'dir=rtl', { width: 1280, height: 800 }],
    ['on a page that magnifies itself', 'zoom=125', { width: 1280, height: 800 }],
    ['of a grid in a frame', 'frame=1', { width: 1280, height: 800 }],
    ['under hostile style', 'css=hostile', { width: 1280, height: 800 }],
  ])('stays in view and beside its badge %s', async (_, query, viewport) => {
    const { page } = demo;
    await page.setViewportSize(viewport);
    await demo.openInvoiceSearch(query);
    const frame = query === 'frame=1' ? page.frameLocator('iframe') : page;
    const some = frame.getByRole('button', { name: /^Invoice \d+: / }).first();
    await some.click();
    const opened = page.getByRole('dialog');
    await opened.getByRole('button', { name: 'Check now' }).waitFor();
    const [at, of] = [await opened.boundingBox(), await some.boundingBox()];
    if (at === null || of === null) throw new Error('the card is not on show');
    expect(at.x).toBeGreaterThanOrEqual(0);
    expect(at.y).toBeGreaterThanOrEqual(0);
    expect(at.x + at.width).toBeLessThanOrEqual(viewport.width);
    expect(at.y + at.height).toBeLessThanOrEqual(viewport.height);
    const apart = (begin: number, size: number, itsBegin: number, itsSize: number): number =>
      Math.max(itsBegin - begin - size, begin - itsBegin - itsSize);
    const [across, down] = [apart(at.x, at.width, of.x, of.width), apart(at.y, at.height, of.y, of.height)];
    // Right beside it on one side, and level with it.
    expect(Math.max(across, down)).toBeGreaterThanOrEqual(0);
    expect(Math.max(across, down)).toBeLessThan(8);
    expect(Math.min(across, down)).toBeLessThan(0);
    await opened.getByRole('button', { name: 'Check now' }).scrollIntoViewIfNeeded();
    await opened.getByRole('button', { name: 'Check now' }).click();
    await opened
      .getByText(/what the books say|something else|no invoice of this number|nothing to show/)
      .waitFor();
    await page.keyboard.press('Escape');
    expect((await hostNoticed(page)).errors).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('The bar over the grid', () => {
  it('says how much of the invoices in view is paid, partly paid and open', async () => {
    const { page, world } = demo;
    await show();
    const inView = await middlesInView();
    const amounts = overview().locator('dl', { hasText: 'NOK' }).locator('div');
    const told = await amounts.allTextContents();
    const cents = (amount: number): number => Math.round(amount * 100);
    const sums: Record<string, { minor: number; count: number }> = {};
    for (const { invoiceNumber, type, total, currencyCode, payments } of world.manage.invoices) {
      if (!inView.has(invoiceNumber) || currencyCode !== 'NOK' || type === 'CreditMemo' || total === 0)
        continue;
      const ofCredits = payments.filter(({ creditInvoiceId }) => creditInvoiceId !== null);
      const owed = ofCredits.reduce((left, { amount }) => left - cents(amount), cents(total));
      const paid = payments
        .filter(({ creditInvoiceId }) => creditInvoiceId === null)
        .reduce((sum, { amount }) => sum + cents(amount), 0);
      if (paid === 0 && owed <= 0) continue;
      const is = paid === 0 ? 'Open' : paid < owed ? 'Partly paid' : 'Paid';
      const { minor = 0, count = 0 } = sums[is] ?? {};
      sums[is] = { minor: minor + owed, count: count + 1 };
    }
    expect(Object.keys(sums).length).toBeGreaterThan(1);
    for (const [is, { minor, count }] of Object.entries(sums)) {
      const amount = await page.evaluate(
        (decimal) => new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'NOK' }).format(decimal),
        minor / 100,
      );
      expect(told.map((line) => line.trim())).toContainEqual(
        expect.stringMatching(new RegExp(`^${is} ?${amount.replaceAll('.', '\\.')} ${count} invoice`)),
      );
    }
  });

  it('moves with the view without moving the page, and shows its legend to pointer and keyboard', async () => {
    const { page } = demo;
    await show();
    const before = await ownLayout(page);
    const bar = overview().getByRole('button');
    const legend = overview().locator('.legend');
    const isShown = async (): Promise<boolean> => ((await legend.boundingBox())?.height ?? 0) > 20;
    expect(await isShown()).toBe(false);
    await bar.hover();
    expect(await isShown()).toBe(true);
    await page.mouse.move(640, 600);
    expect(await isShown()).toBe(false);
    await bar.focus();
    expect(await isShown()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isShown()).toBe(false);
    const told = await legend.textContent();
    await page.mouse.wheel(0, 700);
    await expect.poll(() => legend.textContent()).not.toBe(told);
    await page.mouse.wheel(0, -700);
    await expect.poll(() => legend.textContent()).toBe(told);
    expect(await ownLayout(page)).toEqual(before);
    expect(await noticed()).toEqual(NOTHING);
  });
});

describe.each([
  ['light', 'none'],
  ['dark', 'none'],
  ['light', 'active'],
] as const)('In %s colours, forced: %s', (colorScheme, forcedColors) => {
  it('card, badges and bar are accessible', async () => {
    const { page } = demo;
    await page.emulateMedia({ colorScheme, forcedColors });
    await show();
    await overview().getByRole('button').focus();
    expect(await faults(page, 'payment-sync-overview')).toEqual([]);
    const opened = await open(PARTLY);
    await opened.getByRole('button', { name: 'Check now' }).click();
    await opened.locator('.verdict p').waitFor();
    expect(await faults(page, 'payment-sync-card')).toEqual([]);
    expect(await faults(page, 'payment-sync-badge')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });
});
