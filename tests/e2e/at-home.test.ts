import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOptions } from '../../scripts/connect';
import { untilBadgesAreRight } from './support/badges';
import { cutOff } from './support/cut-off';
import { openDemo, type Demo } from './support/demo';
import { hostNoticed } from './support/host-page';
import { UNREADABLE } from './support/page-variants';
import { openList, runSync } from './support/panel';

/** One that is in sight without scrolling. */
const IN_SIGHT = '12342';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await runSync(demo.panel);
});
afterAll(() => demo.close());

const keysOfTheHost = async (): Promise<readonly string[]> => (await hostNoticed(demo.page)).keys;

describe('Hotkeys of Manage that are heard before anything else hears a key', () => {
  it('hear nothing that is typed into the panel, and it is typed all the same', async () => {
    const { page, panel } = demo;
    await demo.openInvoiceSearch('hotkeys=first');
    await panel.getByLabel('Start Date').selectOption({ label: 'Custom Date' });
    const list = await openList(panel, 'Updated');
    const search = list.getByRole('searchbox', { name: 'Search this list' });
    await search.focus();
    await page.keyboard.type('12345');
    await expect.poll(() => list.locator('.invoice-number').allTextContents()).toEqual(['12345']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await panel.getByRole('button', { name: 'Export CSV' }).focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(await keysOfTheHost()).toEqual([]);
  });

  it('hear nothing of a card either, from the key that opens it to the one that closes it', async () => {
    const { page, world } = demo;
    await untilBadgesAreRight(page, world.manage);
    await page.getByRole('button', { name: new RegExp(`^Invoice ${IN_SIGHT}: `) }).focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: `Invoice ${IN_SIGHT}` });
    await card.getByRole('button', { name: 'Check now' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    expect(await keysOfTheHost()).toEqual([]);
    // On a badge all other keys are Manage's, as on its row.
    await page.keyboard.press('n');
    expect(await keysOfTheHost()).toContain('n');
  });

  it('hear nothing while somebody shows where invoice numbers are', async () => {
    const { page, panel } = demo;
    await demo.openInvoiceSearch(`hotkeys=first&${UNREADABLE}`);
    await panel.getByRole('button', { name: 'Show me' }).click();
    const guide = page.locator('payment-sync-guide');
    await guide.getByRole('button').waitFor();
    for (const key of ['ArrowDown', 'ArrowRight', 'x', 'Escape']) await page.keyboard.press(key);
    await guide.waitFor({ state: 'detached' });
    expect(await keysOfTheHost()).toEqual([]);
    // The focus is back where it was, in the panel.
    await page.keyboard.press('x');
    expect(await keysOfTheHost()).toEqual([]);
    await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      (at as HTMLElement | null)?.blur();
    });
    await page.keyboard.press('x');
    expect(await keysOfTheHost()).toContain('x');
  });
});

describe.each(['', 'dir=rtl'])('At 200 % in a window of 1280 by 800 (%s)', (query) => {
  it('all of the panel can be seen and reached, its lists and earlier runs too', async () => {
    const { page, panel } = demo;
    // A browser that magnifies has half as many CSS pixels in each direction.
    await page.setViewportSize({ width: 640, height: 400 });
    await demo.openInvoiceSearch(query);
    // Where the page's lines end.
    expect((await panel.boundingBox())?.x).toBe(query === '' ? 640 - 364 - 16 : 16);
    expect(await cutOff(page)).toEqual([]);
    for (const kind of ['Updated', 'Skipped'] as const) await openList(panel, kind);
    await panel.locator('.invoice-number').first().waitFor();
    await panel.getByLabel('Start Date').selectOption({ label: 'Custom Date' });
    await panel.getByRole('button', { name: 'Earlier runs' }).click();
    await panel
      .getByRole('button', { name: /^Sync of/ })
      .first()
      .waitFor();
    expect(await cutOff(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

it('An invoice is opened in Manage and in the books once their addresses are set', async () => {
  const options = await openOptions(demo.context);
  await options
    .getByLabel('Address of an invoice in Manage')
    .fill('https://{site}/v4_6_release/open?recordType=InvoiceFV&recid={id}');
  await options.getByLabel('Address of an invoice in the books').fill('https://go.example/invoices/{number}');
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  await options.getByText('Saved.', { exact: true }).waitFor();
  await options.close();
  await demo.openInvoiceSearch();
  const list = await openList(demo.panel, 'Updated');
  const to = (name: string): Promise<string | null> => list.getByRole('link', { name }).getAttribute('href');
  expect(await to('Open invoice 12345 in Manage')).toMatch(
    /^https:\/\/[^/]+\/v4_6_release\/open\?recordType=InvoiceFV&recid=\d+$/,
  );
  expect(await to('Open invoice 12345 in accounting')).toBe('https://go.example/invoices/12345');
  await untilBadgesAreRight(demo.page, demo.world.manage);
  await demo.page.getByRole('button', { name: new RegExp(`^Invoice ${IN_SIGHT}: `) }).press('Enter');
  const card = demo.page.getByRole('dialog', { name: `Invoice ${IN_SIGHT}` });
  await card.getByRole('link', { name: `Open invoice ${IN_SIGHT} in Manage` }).waitFor();
  await card.getByRole('link', { name: `Open invoice ${IN_SIGHT} in accounting` }).waitFor();
});

it('A page that was shown is forgotten in the settings', async () => {
  const { page, panel } = demo;
  await demo.openInvoiceSearch(UNREADABLE);
  await panel.getByRole('button', { name: 'Show me' }).click();
  await page.locator('a.multilineClickable').nth(3).click();
  await page.locator('payment-sync-badge').first().waitFor({ state: 'attached' });
  const options = await openOptions(demo.context);
  const section = options.getByRole('region', { name: 'Pages you have shown' });
  await section.getByRole('button', { name: /^Forget / }).click();
  await section.getByText(/^Forgotten/).waitFor();
  await options.close();
  await demo.openInvoiceSearch(UNREADABLE);
  await panel.getByRole('button', { name: 'Show me' }).waitFor();
  expect(await page.locator('payment-sync-badge').count()).toBe(0);
});
