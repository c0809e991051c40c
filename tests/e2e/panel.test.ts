import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldInManage } from '../../sandbox/oracle';
import { openOptions } from '../../scripts/connect';
import { goesOnThroughAReload, stopsInEveryTab, survivesAnUpdate } from './shared/goes-on';
import { ownButtons } from './shared/own-controls';
import { openDemo, type Demo } from './support/demo';
import { drivenChromium } from './support/driven-chromium';
import { rememberLargeRun } from './support/large-run';
import { openList, runSync, untilEnded } from './support/panel';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
const driven = () => drivenChromium(demo);

it('A preview tells what would change and writes nothing, and is still there after a reload', async () => {
  const before = heldInManage(demo.world.manage);
  const preview = await untilEnded(demo.panel, () =>
    demo.panel.getByRole('button', { name: 'Preview' }).click(),
  );
  expect(preview.headline).toBe('Preview: nothing was written.');
  expect(heldInManage(demo.world.manage)).toEqual(before);
  await demo.openInvoiceSearch();
  await demo.panel.getByText('Preview: nothing was written.').first().waitFor();
  const list = await openList(demo.panel, 'Updated');
  await list.getByText('12345', { exact: true }).waitFor();
});

goesOnThroughAReload(driven);

it('A list is searched and put in order, and saved as a table', async () => {
  const list = await openList(demo.panel, 'Updated');
  await list.getByRole('searchbox', { name: 'Search this list' }).fill('12345');
  await expect.poll(() => list.locator('.invoice-number').allTextContents()).toEqual(['12345']);
  await list.getByRole('searchbox').fill('');
  await list.getByLabel('Sort by').selectOption({ label: 'Amount' });
  await list.getByRole('button', { name: 'Largest or last first' }).click();
  await expect.poll(() => list.locator('.invoice-number').count()).toBeGreaterThan(1);
  // By a key, which a list that is still being put in order cannot move away from it.
  const [download] = await Promise.all([
    demo.page.waitForEvent('download'),
    demo.panel.getByRole('button', { name: 'Export CSV' }).press('Enter'),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('\r\n12345,Updated,');
});

it('An earlier run is opened from the history and taken back from there', async () => {
  const { panel } = demo;
  await runSync(panel, 'Last Successful Run');
  await panel.getByRole('button', { name: 'Earlier runs' }).click();
  await panel.getByRole('button', { name: /^Sync of .*Updated/ }).click();
  await panel.getByRole('heading', { name: /^Run of/ }).waitFor();
  await panel.getByRole('button', { name: 'Undo this run' }).click();
  const ending = await untilEnded(panel, () => panel.getByRole('button', { name: 'Undo now' }).click());
  expect(ending.headline).toBe('Undo finished.');
  expect(heldInManage(demo.world.manage).get('12345')?.records).toEqual([]);
});

it('A result of 10,000 invoices stays quick: a page of it at a time, searched, put in order and saved as a table', async () => {
  const { panel, page } = demo;
  const own = await openOptions(demo.context);
  const { first, last } = await rememberLargeRun(own, 10_000);
  await own.close();
  await demo.openInvoiceSearch();
  await panel.getByRole('button', { name: 'Earlier runs' }).click();
  await panel.getByRole('button', { name: /10,000/ }).click();
  await panel.getByRole('heading', { name: /^Run of/ }).waitFor();
  const list = await openList(panel, 'Updated');
  const numbers = list.locator('.invoice-number');
  const [top, end] = [numbers.first(), numbers.last()];
  const shows = (locator: Locator, number: string) => expect.poll(() => locator.innerText()).toBe(number);
  const held = () => panel.evaluate((section) => section.getElementsByTagName('*').length);
  await shows(top, first);
  expect(await numbers.count()).toBe(100);
  await end.scrollIntoViewIfNeeded();
  await shows(end, 'L00100');
  await list.getByText('1–100 of 10,000').waitFor();
  const elements = await held();

  // The next page by keyboard, from where the focus stays.
  await list.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Enter');
  await shows(top, 'L00101');
  await page.keyboard.press('Enter');
  await shows(top, 'L00201');
  expect(await list.getByRole('button', { name: 'Next' }).evaluate((each) => each.matches(':focus'))).toBe(
    true,
  );
  expect(await numbers.count()).toBe(100);

  await list.getByRole('button', { name: 'Largest or last first' }).click();
  await shows(top, last);
  await list.getByLabel('Sort by').selectOption({ label: 'Amount' });
  await list.getByRole('button', { name: 'Largest or last first' }).click();
  await shows(top, first);
  for (const [searched, found] of [
    ['1,099.99', 'L09999'],
    [last, last],
  ] as const) {
    await list.getByRole('searchbox').fill(searched);
    await expect.poll(() => numbers.allTextContents()).toEqual([found]);
  }
  await list.getByRole('searchbox').fill('');
  await shows(top, first);
  expect(await held()).toBeLessThanOrEqual(elements + 10);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Export CSV' }).press('Enter'),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(1 + 10_000);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.at(-1)).toMatch(new RegExp(`^${last},Updated,`));
});

it('Rules of the page, important or not, leave the panel where it is and as it is', async () => {
  const { page, panel } = demo;
  const before = await panel.boundingBox();
  await page.addStyleTag({
    content: `body * { display: none; font-size: 40px !important; transform: scale(2); }
      body > * { opacity: 0.1 !important; all: unset !important; display: none !important; }`,
  });
  expect(await panel.boundingBox()).toEqual(before);
  expect(await panel.evaluate((section) => getComputedStyle(section).fontSize)).toBe('12px');
});

stopsInEveryTab(driven);

survivesAnUpdate(driven, async () => {
  const host = demo.page.locator('payment-sync-panel');
  await host.getByText('Reload this page', { exact: false }).waitFor();
  expect(await ownButtons(demo.page)).toEqual([]);
  await demo.openInvoiceSearch();
});
