import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldInOrders } from '../../sandbox/books/build-orders';
import { dayBefore } from '../../sandbox/books/calendar';
import { unmatch, vendorsOf } from '../../sandbox/books/happenings';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { expectedOfOrders } from '../../sandbox/oracle-of-orders';
import { openOptions, switchBillsOn } from '../../scripts/connect';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { openDemo, type Demo } from './support/demo';
import { ownElements } from './support/host-page';
import { chooseStartDate, listedNumbers, runSync, saidOf } from './support/panel';

let demo: Demo;
beforeAll(async () => void (demo = await openDemo()));
afterAll(async () => demo?.close());

const orders = () => Object.fromEntries(heldInOrders(demo.world.manage));
const writes = () =>
  demo.sandbox.requests.filter(({ method, host }) => method !== 'GET' && host.includes('myconnectwise'))
    .length;
const choose = (label: string) => demo.panel.getByLabel('What to sync').selectOption({ label });

async function pressed(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

describe('while bills are off', () => {
  it('the panel says nothing of them, and Manage is asked for no purchase order', async () => {
    await demo.openInvoiceSearch();
    expect(await demo.panel.getByLabel('What to sync').count()).toBe(0);
    expect(demo.sandbox.requests.filter(({ path }) => path.includes('purchaseorders'))).toEqual([]);
  });
});

describe('switched on', () => {
  it('in the settings, they are tried and found well', async () => {
    const options = await openOptions(demo.context);
    await switchBillsOn(options);
    await pressed(options, 'Save');
    await options.getByText('Saved.', { exact: true }).waitFor();
    await pressed(options, 'Check connections');
    await options.getByText('The custom fields of purchase orders are there').waitFor();
    await options.getByText('Custom fields of purchase orders may be written').waitFor();
    await options.close();
  });

  it('they can be previewed by themselves, and nothing is written', async () => {
    const before = orders();
    await demo.openInvoiceSearch();
    await choose('Vendor bills');
    await pressed(demo.page, 'Preview');
    await demo.panel.getByText('Preview: nothing was written.', { exact: true }).waitFor();
    expect(orders()).toEqual(before);
    expect(await saidOf(demo.panel, 'Skipped', 'PO3025')).toContain('Halden Servere AS');
  });

  it('both ledgers run together, and every value is what the oracle says', async () => {
    const since = sameDayLastMonth(demo.now);
    const invoices = expectedInManage(demo.world, since, 'payment-record');
    const bills = expectedOfOrders(demo.world, since);
    await choose('Customer invoices and vendor bills');
    await chooseStartDate(demo.panel, 'Past Month');
    await pressed(demo.page, 'Run Sync');
    const headlines = demo.panel.locator('.headline');
    await expect
      .poll(async () => (await headlines.allInnerTexts()).map((text) => text.split('.')[0]))
      .toEqual(['Sync finished', 'Sync finished']);
    expect(heldInManage(demo.world.manage)).toEqual(invoices.held);
    expect(orders()).toEqual(Object.fromEntries(bills.held));
    await choose('Vendor bills');
    expect(await listedNumbers(demo.panel, 'Updated')).toEqual([...bills.outcomes.updated].sort());
    expect(await listedNumbers(demo.panel, 'Not found in Manage')).toEqual(bills.outcomes.notFound);
    expect(await saidOf(demo.panel, 'Updated', 'PO3021')).toContain('Bills ND-48001, ND-48244');
  });

  it('a second run writes nothing', async () => {
    const before = writes();
    const { counts } = await runSync(demo.panel, 'Past Month');
    expect(counts.Updated).toBe(0);
    expect(writes()).toBe(before);
  });

  it('a payment that is taken back empties both fields of its order', async () => {
    expect(orders().PO3001).toMatchObject({ paidAmount: 18_400 });
    unmatch(vendorsOf(demo.world), 70_001);
    const { counts } = await runSync(demo.panel, 'Last Successful Run');
    expect(counts.Updated).toBe(1);
    expect(orders().PO3001).toMatchObject({ paidAmount: null, datePaid: null });
  });

  it('a run is taken back', async () => {
    await pressed(demo.page, 'Undo this run');
    await pressed(demo.page, 'Undo now');
    await expect
      .poll(() => orders().PO3001)
      .toMatchObject({ paidAmount: 18_400, datePaid: dayBefore(demo.now, 5) });
  });

  it('the popup finds an order by the number of its bill', async () => {
    const popup = await demo.context.newPage();
    await popup.goto(new URL('popup.html', (await openOptions(demo.context)).url()).href);
    await popup.getByLabel('Number of an invoice, purchase order or vendor bill').fill('ND-48244');
    await pressed(popup, 'Look up');
    await popup.getByText('Purchase order PO3021').waitFor();
    await popup.getByText('ND-48001, ND-48244').waitFor();
    await pressed(popup, 'Check now');
    await popup.getByText('Manage shows what the books say.').waitFor();
    await popup.screenshot({ path: '.artifacts/vendor-bills-popup.png' });
    await popup.close();
  });
});

it('purchase order screens stay as they are', async () => {
  const { page } = demo;
  await page.bringToFront();
  await demo.openInvoiceSearch();
  await page.getByRole('link', { name: 'Purchase Order List', exact: true }).click();
  await page.waitForFunction(() => document.title === 'Manage: Purchase Order List');
  await page.getByText('ND-48001, ND-48244').first().waitFor();
  await expect.poll(() => ownElements(page)).toBe(0);
});
