import { existsSync, rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MANAGE_KEYS, SITE } from '../../sandbox/manage/api';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { POWEROFFICE_KEYS } from '../../sandbox/poweroffice-go/api';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { createWorld, type LivingWorld } from '../../sandbox/world';
import { greeting, launch, type DrivenBrowser, type Installed } from '../../scripts/browser';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { DEMO_SYSTEMS } from '../../scripts/systems';
import { invoiceSearchUrl } from './support/demo';
import { faultsInEveryColour } from './support/faults';
import { runSync } from './support/panel';
import { buildOfItsOwn, policyOf, whyNoPolicy, type BrowserPolicy } from './support/policy';
import { PATIENCE_MS } from './support/patience-ms';

const WORDS = 'Set by your organisation';

/** Everything but keys. */
const POLICY = {
  manage: {
    site: SITE,
    companyId: MANAGE_KEYS.companyId,
    signIn: 'api-keys',
    publicKey: MANAGE_KEYS.publicKey,
    clientId: MANAGE_KEYS.clientId,
  },
  connections: [{ id: 'nord-it', name: 'Nord IT', system: 'poweroffice-go', environment: 'production' }],
  allowOwnConnections: false,
  schedule: { everyHours: 24 },
};

const refusal = whyNoPolicy();
let build: Installed;
let policy: BrowserPolicy;
let world: LivingWorld;
let sandbox: Sandbox;
let browser: DrivenBrowser | undefined;
let setup: Page;
let options: Page;

beforeAll(async () => {
  if (refusal !== null) return void process.stderr.write(`Not tried: ${refusal}\n`);
  build = buildOfItsOwn();
  policy = policyOf(build);
  world = createWorld(Date.now());
  sandbox = await startSandbox(world);
  policy.set(POLICY);
  const { hosts: grant } = DEMO_SYSTEMS['poweroffice-go'];
  browser = await launch({ sandbox, headless: true, grant, welcome: true, installed: build });
  browser.context.setDefaultTimeout(PATIENCE_MS);
  setup = await greeting(browser.context);
});
afterAll(async () => {
  if (refusal !== null) return;
  policy.withdraw();
  await browser?.close();
  await sandbox?.close();
  rmSync(build.folder, { recursive: true, force: true });
});
// Said beside the name of every test that could not be tried.
beforeEach(({ skip }) => skip(refusal !== null, refusal ?? ''));

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
async function lockOf(page: Page, label: string): Promise<string> {
  const ids = (await field(page, label).getAttribute('aria-describedby'))?.split(' ') ?? [];
  const told = await Promise.all(ids.map((id) => page.locator(`[id="${id}"]`).innerText()));
  return told.find((text) => text === WORDS) ?? '';
}

it('The setup asks for nothing but keys, and a first sync is right', async () => {
  expect(await field(setup, 'Manage site').inputValue()).toBe(SITE);
  expect(await field(setup, 'Manage site').isEditable()).toBe(false);
  expect(await lockOf(setup, 'Manage site')).toBe(WORDS);
  expect(await field(setup, 'Public key').inputValue()).toBe(MANAGE_KEYS.publicKey);
  expect(await faultsInEveryColour(setup)).toEqual([]);
  await field(setup, 'Private key').fill(MANAGE_KEYS.privateKey);
  await press(setup, 'Check and continue');
  await setup.getByRole('heading', { name: 'Your accounting system' }).waitFor();
  expect(await field(setup, 'Environment').inputValue()).toBe('Production');
  expect(await setup.getByRole('radio', { name: 'Dynamics NAV' }).isDisabled()).toBe(true);
  expect(await faultsInEveryColour(setup)).toEqual([]);
  await field(setup, 'Application key').fill(POWEROFFICE_KEYS.applicationKey);
  await field(setup, 'Client key').fill(POWEROFFICE_KEYS.clientKey);
  await field(setup, 'Subscription key').fill(POWEROFFICE_KEYS.subscriptionKey);
  await press(setup, 'Check and continue');
  await setup.getByRole('heading', { name: 'How invoices match' }).waitFor();
  const manage = await setup.context().newPage();
  await manage.goto(invoiceSearchUrl());
  const panel = manage.getByRole('region', { name: 'Payment sync' });
  expect((await runSync(panel)).headline).toBe('Sync finished.');
  const expected = expectedInManage(world, sameDayLastMonth(world.story.now), 'payment-record');
  expect(heldInManage(world.manage)).toEqual(expected.held);
});

it('The settings show what is locked and by whom, and keep what is not', async () => {
  options = await setup.context().newPage();
  await options.goto(`chrome-extension://${build.id}/options.html`);
  for (const label of ['Manage site', 'Company ID', 'Connection name', 'Accounting system', 'Run the sync']) {
    expect([label, await lockOf(options, label)]).toEqual([label, WORDS]);
    expect(await field(options, label).isEditable()).toBe(false);
  }
  expect(await lockOf(options, 'Rounding tolerance')).toBe('');
  expect(await field(options, 'Connection').locator('option').allInnerTexts()).toEqual(['Nord IT']);
  expect(await options.getByRole('button', { name: 'Remove this connection' }).count()).toBe(0);
  await options.getByText('What counts as paid', { exact: true }).click();
  await field(options, 'Rounding tolerance').fill('0.50');
  expect(await faultsInEveryColour(options)).toEqual([]);
  await press(options, 'Save');
  await options.getByText('Saved.', { exact: true }).waitFor();
  await options.reload();
  expect(await field(options, 'Rounding tolerance').inputValue()).toBe('0.50');
  await press(options, 'Check connections');
  await options.getByText('All is well.').waitFor();
});

it('A policy that changes counts at once, without a new start', async () => {
  // Chromium reads the files of its policies only once they have settled.
  await expect.poll(() => field(options, 'Run the sync').inputValue()).toBe('Every 24 hours');
  policy.set({ ...POLICY, schedule: { everyHours: 12 } });
  await expect.poll(() => field(options, 'Run the sync').inputValue()).toBe('Every 12 hours');
  const inTheWorker = await options.evaluate<number>(
    `chrome.alarms.get('schedule').then(({ scheduledTime }) => scheduledTime)`,
  );
  expect(inTheWorker - Date.now()).toBeLessThan(12 * 3_600_000 + 60_000);
});

it('One with a mistake is named everywhere, and nothing runs until it is put right', async () => {
  policy.set({ ...POLICY, schedule: { everyHours: 999 } });
  await options.getByText(/has a mistake at “schedule\.everyHours”/).waitFor();
  const popup = await setup.context().newPage();
  await popup.goto(`chrome-extension://${build.id}/popup.html`);
  await popup.getByText(/has a mistake at “schedule\.everyHours”/).waitFor();
  await popup.goto(invoiceSearchUrl());
  const panel = popup.getByRole('region', { name: 'Payment sync' });
  await panel.getByText(/has a mistake at “schedule\.everyHours”/).waitFor();
  await popup.close();
  policy.set(POLICY);
  await expect.poll(() => lockOf(options, 'Run the sync')).toBe(WORDS);
});

it('Withdrawn, it leaves the user’s own settings, and nothing of itself', async () => {
  policy.withdraw();
  expect(existsSync(`/etc/chromium/policies/managed/payment-sync-${build.id}.json`)).toBe(false);
  await expect.poll(() => field(options, 'Manage site').inputValue()).toBe('');
  expect(await lockOf(options, 'Manage site')).toBe('');
  expect(await field(options, 'Client ID').inputValue()).toBe('');
});
