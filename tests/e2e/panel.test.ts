import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { invoiceSearchUrl, openDemo, type Demo } from './support/demo';
import { chooseStartDate, openList, runSync, untilEnded } from './support/panel';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

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

it('A run goes on through a reload in its middle, and two tabs show it alike to its end', async () => {
  let writes = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  demo.answerInstead(async (request) => {
    if (request.method === 'POST' && request.url.endsWith('/payments') && (writes += 1) > 5) await held;
    return demo.vendorsAnswer(request);
  });
  const expected = expectedInManage(demo.world, sameDayLastMonth(demo.now), 'payment-record');
  await chooseStartDate(demo.panel, 'Past Month');
  await demo.panel.getByRole('button', { name: 'Run Sync' }).click();
  await demo.panel.getByRole('progressbar').waitFor();
  await demo.openInvoiceSearch();
  const other = await demo.context.newPage();
  await other.goto(invoiceSearchUrl());
  const panels = [demo.panel, other.getByRole('region', { name: 'Payment sync' })];
  for (const panel of panels) await panel.getByRole('progressbar').waitFor();
  release();
  const ends = panels.map(async (panel) => {
    await panel.locator('.headline', { hasText: 'Sync finished.' }).waitFor();
    return panel.locator('.groups').innerText();
  });
  const [one, two] = await Promise.all(ends);
  expect(two).toBe(one);
  demo.answerInstead(null);
  expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  await other.close();
});

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

it('An update of the extension while the page is open leaves one line and no button', async () => {
  await demo.openInvoiceSearch();
  const worker = demo.context.serviceWorkers()[0];
  await worker
    ?.evaluate(() => {
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
    })
    .catch(() => undefined);
  const host = demo.page.locator('payment-sync-panel');
  await host.getByText('Reload this page', { exact: false }).waitFor();
  expect(await host.getByRole('button').count()).toBe(0);
});
