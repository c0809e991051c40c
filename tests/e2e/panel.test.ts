import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldInManage } from '../../sandbox/oracle';
import { goesOnThroughAReload, stopsInEveryTab, survivesAnUpdate } from './shared/goes-on';
import { ownButtons } from './shared/own-controls';
import { openDemo, type Demo } from './support/demo';
import { drivenChromium } from './support/driven-chromium';
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
  const [download] = await Promise.all([
    demo.page.waitForEvent('download'),
    demo.panel.getByRole('button', { name: 'Export CSV' }).click(),
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
