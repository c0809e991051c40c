import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payNow } from '../../sandbox/books/happenings';
import { heldInManage } from '../../sandbox/oracle';
import { untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { hostNoticed, ownLayout } from './support/host-page';
import { tabTo } from './support/keyboard';
import { runSync } from './support/panel';

/** Partly paid: 1,000 of 2,650 kroner. */
const PARTLY = '12342';

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
const figures = (number: string) => card(number).locator('.figures');

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
const focusIsOn = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
/** What the page noticed apart from what its own loading did. */
const noticed = async () => {
  const { errors, keys, rowClicks } = await hostNoticed(demo.page);
  return { errors, keys, rowClicks };
};
const NOTHING = { errors: [], keys: [], rowClicks: 0 };

describe('The card of an invoice', () => {
  it('opens with a click that the row does not hear, moves nothing, and gives the focus back on Escape', async () => {
    const { page } = demo;
    await show();
    const before = await ownLayout(page);
    const opened = await open(PARTLY);
    expect(await focusIsOn(opened)).toBe(true);
    expect(await figures(PARTLY).innerText()).toMatch(/NOK\s2,650\.00[^]*NOK\s1,000\.00[^]*NOK\s1,650\.00/);
    expect(await opened.innerText()).toContain('by the sync that began');
    expect(await ownLayout(page)).toEqual(before);
    await page.keyboard.press('Escape');
    await opened.waitFor({ state: 'detached' });
    expect(await focusIsOn(badge(PARTLY))).toBe(true);
    expect(await noticed()).toEqual(NOTHING);
  });

  it.each(['Enter', ' '])('opens with “%s”, and the page hears no key of it', async (key) => {
    const { page } = demo;
    await show();
    await badge(PARTLY).focus();
    await page.keyboard.press(key);
    await card(PARTLY).getByRole('button', { name: 'Check now' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('PageDown');
    await tabTo(page, 'Close');
    await page.keyboard.press(key);
    await card(PARTLY).waitFor({ state: 'detached' });
    expect(await focusIsOn(badge(PARTLY))).toBe(true);
    expect(await noticed()).toEqual(NOTHING);
  });

  it('closes when its badge is pressed again, another is opened, or the page is pressed', async () => {
    const { page } = demo;
    await show();
    await open(PARTLY);
    await badge('12384').click();
    await card('12384').waitFor();
    expect(await card(PARTLY).count()).toBe(0);
    await badge('12384').click();
    await card('12384').waitFor({ state: 'detached' });
    await open(PARTLY);
    await page.getByText('Finance', { exact: true }).last().click();
    await card(PARTLY).waitFor({ state: 'detached' });
    expect((await noticed()).rowClicks).toBe(0);
  });

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
    // It covers part of the badge's column, whichever way there is room.
    expect(at.x).toBeLessThan(of.x + of.width);
    expect(at.x + at.width).toBeGreaterThan(of.x);
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

describe('Check now', () => {
  it('finds nothing to do, then what was paid since, and writes just that once told to', async () => {
    const { page, world, panel } = demo;
    await show();
    const opened = await open(PARTLY);
    await opened.getByRole('button', { name: 'Check now' }).click();
    await opened.getByText('Manage shows what the books say.').waitFor();

    payNow(world, Number(PARTLY), 1_650, '2026-11-20');
    const before = heldInManage(world.manage);
    await opened.getByRole('button', { name: 'Check now' }).click();
    const write = opened.getByRole('button', { name: 'Write to Manage' });
    await write.waitFor();
    expect(await opened.locator('.check').innerText()).toMatch(/NOK\s1,000\.00\s→\sNOK\s2,650\.00/);
    expect(heldInManage(world.manage)).toEqual(before);

    await write.focus();
    await page.keyboard.press('Enter');
    await opened.getByText('Written. Manage shows what the books say.').waitFor();
    expect(await opened.getByText('Paid in full').count()).toBe(1);
    expect(await focusIsOn(opened.getByRole('button', { name: 'Check now' }))).toBe(true);
    const after = heldInManage(world.manage);
    const changed = [...after].filter(
      ([number, held]) => JSON.stringify(held) !== JSON.stringify(before.get(number)),
    );
    expect(changed.map(([number]) => number)).toEqual([PARTLY]);
    expect(after.get(PARTLY)?.records).toMatchObject([{ amount: 2650 }]);
    // The badge follows, and the run is one like any other.
    await untilBadgesAreRight(page, world.manage);
    await page.keyboard.press('Escape');
    expect(await focusIsOn(badge(PARTLY))).toBe(true);
    await panel.getByRole('button', { name: 'Payment sync' }).click();
    await panel.getByRole('button', { name: 'Undo this run' }).waitFor();
    await panel.getByRole('button', { name: 'Payment sync' }).click();
    expect(await noticed()).toEqual(NOTHING);
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
    const faults = async (within: string): Promise<readonly string[]> => {
      const { violations } = await new AxeBuilder({ page }).include(within).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    };
    expect(await faults('payment-sync-overview')).toEqual([]);
    const opened = await open(PARTLY);
    await opened.getByRole('button', { name: 'Check now' }).click();
    await opened.locator('.verdict p').waitFor();
    expect(await faults('payment-sync-card')).toEqual([]);
    expect(await faults('payment-sync-badge')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });
});
