import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayBefore } from '../../sandbox/books/calendar';
import { payNow } from '../../sandbox/books/happenings';
import { heldInManage } from '../../sandbox/oracle';
import { expectedOfTwo } from '../../sandbox/oracle-of-two';
import { POWEROFFICE_SECOND_KEYS } from '../../sandbox/poweroffice-go/keys';
import { twoCompaniesWorld, type TwoCompaniesWorld } from '../../sandbox/world';
import { openOptions } from '../../scripts/connect';
import { openDemo, type Demo } from './support/demo';
import { runSync } from './support/panel';

let demo: Demo;
let options: Page;
const world = (): TwoCompaniesWorld => demo.world as TwoCompaniesWorld;

beforeAll(async () => {
  demo = await openDemo({ makeWorld: twoCompaniesWorld });
  options = await openOptions(demo.context);
});
afterAll(async () => demo?.close());

const field = (label: string) => options.getByLabel(label, { exact: true });
const press = (name: string) => options.getByRole('button', { name, exact: true }).click();

/** Runs what is chosen in the panel, and waits until every run has ended. */
async function run(which: string, startDate: string): Promise<void> {
  const { page, panel } = demo;
  await page.bringToFront();
  await demo.openInvoiceSearch();
  await panel.getByLabel('Accounting connection').selectOption({ label: which });
  await runSync(panel, startDate);
  const headlines = await panel.locator('.headline').allInnerTexts();
  for (const headline of headlines) expect(headline).toMatch(/^Sync finished\./);
}

it('a second company is added on the settings page, beside the first one', async () => {
  await field('Connection name').fill('Nord IT');
  await press('Save');
  await options.getByText('Saved.', { exact: true }).waitFor();
  await field('Connection').selectOption({ label: 'Add a connection…' });
  await expect.poll(() => field('Connection name').inputValue()).toBe('');
  await field('Connection name').fill('Sør IT');
  await field('Application key').fill(POWEROFFICE_SECOND_KEYS.applicationKey);
  await field('Client key').fill(POWEROFFICE_SECOND_KEYS.clientKey);
  await field('Subscription key').fill(POWEROFFICE_SECOND_KEYS.subscriptionKey);
  await press('Save');
  await options.getByText('Saved.', { exact: true }).waitFor();
  expect(await field('Connection').locator('option').allInnerTexts()).toEqual([
    'Nord IT',
    'Sør IT',
    'Add a connection…',
  ]);
  await press('Check connections');
  await options.getByText('All is well.').waitFor();
});

it('how invoices match is tried before it is saved', async () => {
  await options.getByRole('button', { name: 'Try on the last 20 invoices' }).click();
  await options.getByText(/^Matched: 5, Not found in Manage: 1, Ambiguous: 0/).waitFor();
});

it('all are synced at once: each writes its own invoices, and none what both carry', async () => {
  const expected = expectedOfTwo(world().stories, dayBefore(demo.now, 31), 'payment-record');
  await run('All connections', 'Past Month');
  await expect.poll(() => heldInManage(world().manage)).toEqual(expected.held);
});

it('one is synced alone, from its own last run', async () => {
  payNow(world().sor, 51_002, 1_600, dayBefore(demo.now, 0));
  payNow(world(), 41_002, 600, dayBefore(demo.now, 0));
  await run('Sør IT', 'Last Successful Run');
  const held = heldInManage(world().manage);
  expect(held.get('51002')?.records).toMatchObject([{ amount: 1_800 }]);
  expect(held.get('41002')?.records).toMatchObject([{ amount: 300 }]);
});

it('the first one is removed with its keys once that is confirmed', async () => {
  await options.bringToFront();
  await options.reload();
  await field('Connection').selectOption({ label: 'Nord IT' });
  await press('Remove this connection');
  await press('Remove now');
  await options.getByText('Saved.', { exact: true }).waitFor();
  expect(await field('Connection name').inputValue()).toBe('Sør IT');
  await press('Check connections');
  await options.getByText('All is well.').waitFor();
});
