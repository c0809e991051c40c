import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANAGE_KEYS, SITE } from '../../sandbox/manage/api';
import { POWEROFFICE_KEYS } from '../../sandbox/poweroffice-go/api';
import { openOptions } from '../../scripts/connect';
import { untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { tabTo } from './support/keyboard';

const SECRETS = {
  'manage.privateKey': MANAGE_KEYS.privateKey,
  'poweroffice-go.applicationKey': POWEROFFICE_KEYS.applicationKey,
  'poweroffice-go.clientKey': POWEROFFICE_KEYS.clientKey,
  'poweroffice-go.subscriptionKey': POWEROFFICE_KEYS.subscriptionKey,
};

const A_WINDOW = { width: 1280, height: 800 };
/** What such a window holds at 200 %: half as many of the page’s own pixels. */
const HALF_A_WINDOW = { width: 640, height: 400 };

let demo: Demo;
let options: Page;
beforeAll(async () => {
  demo = await openDemo({ connected: false });
});
afterAll(() => demo.close());

const field = (label: string) => options.getByLabel(label, { exact: true });
const press = (name: string) => options.getByRole('button', { name, exact: true }).click();
const says = (words: string | RegExp) => options.getByText(words).first().waitFor();
async function save(): Promise<void> {
  await press('Save');
  await options.getByText('Saved.', { exact: true }).waitFor();
}
async function exported(withSecrets: boolean): Promise<Record<string, unknown>> {
  await options.getByRole('checkbox', { name: 'Include keys and other secrets' }).setChecked(withSecrets);
  const download = options.waitForEvent('download');
  await press('Export settings');
  return JSON.parse(await readFile(await (await download).path(), 'utf8')) as Record<string, unknown>;
}
const imported = (text: string) =>
  field('Settings file to import').setInputFiles({
    name: 'payment-sync-settings.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });

describe('Before anything is connected', () => {
  it('the panel says so and leads to the guided setup, from where all settings can be opened', async () => {
    await demo.panel.getByText('Manage is not connected yet.').waitFor();
    const opened = demo.context.waitForEvent('page');
    await demo.panel.getByRole('button', { name: 'Set up' }).click();
    const setup = await opened;
    await setup.getByRole('heading', { name: 'Your Manage' }).waitFor();
    await setup.close();
    options = await openOptions(demo.context);
    await options.getByRole('heading', { name: 'Payment Sync settings' }).waitFor();
  });

  it('what is missing or wrong is said at its field, and nothing is kept', async () => {
    await press('Save');
    await says('Not kept yet. Please look at the marked fields.');
    expect(await field('Manage site').evaluate((each) => each === document.activeElement)).toBe(true);
    await field('Manage site').fill('our manage');
    await press('Save');
    await says('This is no address. Enter the host name, such as na.myconnectwise.net.');
    const described = await field('Manage site').getAttribute('aria-describedby');
    expect(await options.locator(`#${described?.split(' ')[0]}`).innerText()).toMatch(/^This is no address/);
    await options.reload();
    expect(await field('Manage site').inputValue()).toBe('');
  });
});

describe('With the keyboard alone', () => {
  it('everything is entered, kept and tried', async () => {
    const { keyboard } = options;
    const enter = async (label: string, text: string): Promise<void> => {
      await tabTo(options, label);
      await keyboard.type(text);
    };
    await enter('Manage site', `https://${SITE}/v2025_1/ConnectWise.aspx`);
    await enter('Company ID', MANAGE_KEYS.companyId);
    await enter('Public key', MANAGE_KEYS.publicKey);
    await enter('Private key', MANAGE_KEYS.privateKey);
    await enter('Client ID', MANAGE_KEYS.clientId);
    await enter('Application key', POWEROFFICE_KEYS.applicationKey);
    await enter('Client key', POWEROFFICE_KEYS.clientKey);
    await enter('Subscription key', POWEROFFICE_KEYS.subscriptionKey);
    await tabTo(options, 'Save');
    await keyboard.press('Enter');
    await options.getByText('Saved.', { exact: true }).waitFor();
    await tabTo(options, 'Check connections');
    await keyboard.press('Enter');
    await says('All is well.');
  });

  it('a sync is run, and the focus stays where it was', async () => {
    const { page, panel } = demo;
    await page.bringToFront();
    await demo.openInvoiceSearch();
    await panel.getByLabel('Start Date').waitFor();
    await panel.getByRole('button', { name: 'Payment sync' }).focus();
    await tabTo(page, 'Start Date');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, 'Run Sync');
    await page.keyboard.press('Enter');
    await panel.locator('.headline', { hasText: 'Sync finished.' }).waitFor();
    expect(
      await panel.getByRole('button', { name: 'Run Sync' }).evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    await options.bringToFront();
  });
});

describe('Keys', () => {
  it('do not come back to the page, and stay when their fields are left empty', async () => {
    await options.reload();
    for (const label of ['Private key', 'Application key', 'Client key', 'Subscription key']) {
      expect(await field(label).inputValue()).toBe('');
      expect(await field(label).getAttribute('placeholder')).toBe('Stored. Leave empty to keep it.');
    }
    await save();
    await press('Check connections');
    await says('All is well.');
  });

  it.each([
    ['Private key', MANAGE_KEYS.privateKey, 'does not accept the API keys'],
    ['Subscription key', POWEROFFICE_KEYS.subscriptionKey, 'PowerOffice Go does not accept the keys'],
  ])('that are wrong are named by the check: %s', async (label, right, words) => {
    await field(label).fill('wrong');
    await save();
    await press('Check connections');
    await says(/need(s)? attention/);
    await says(words);
    await field(label).fill(right);
    await save();
    await press('Check connections');
    await says('All is well.');
  });
});

describe('The settings file', () => {
  it('holds everything but secrets, unless they are asked for', async () => {
    const file = await exported(false);
    expect(file).toMatchObject({ version: 2, manage: { site: SITE, companyId: MANAGE_KEYS.companyId } });
    expect(Object.values(SECRETS).filter((secret) => JSON.stringify(file).includes(secret))).toEqual([]);
    expect(await exported(true)).toEqual({ ...file, secrets: SECRETS });
  });

  it('brings settings and secrets back', async () => {
    const file = await exported(true);
    await field('Company ID').fill('somebody-else');
    await field('Private key').fill('wrong');
    await save();
    await imported(JSON.stringify(file));
    await says('Settings imported.');
    expect(await field('Company ID').inputValue()).toBe(MANAGE_KEYS.companyId);
    expect(await exported(true)).toEqual(file);
  });

  it('that cannot be used changes nothing, and says why', async () => {
    const before = await exported(true);
    for (const [text, words] of [
      ['Dear Sir or Madam', 'The file is no settings file, since it is not JSON.'],
      ['{"version": 99}', 'The settings have a mistake at “version”'],
      ['', 'The file is no settings file, since it is not JSON.'],
      ['{"version": 1, "manage": {"site": 7}}', 'The settings have a mistake at “manage.site”'],
      ['{"version": 1, "plugins": []}', 'The settings have a mistake at “settings”'],
      ['{"version": 1, "connections": [{"id": "<img src=x onerror=window.__pwned=1>"}]}', '“connections.0'],
    ] as const) {
      await imported(text);
      await says(words);
    }
    expect(await options.evaluate(() => '__pwned' in window)).toBe(false);
    expect(await exported(true)).toEqual(before);
  });
});

it('A tab that was left open does not undo what another one has saved', async () => {
  const other = await openOptions(demo.context);
  const byItself = other.getByLabel('Run the sync', { exact: true });
  await byItself.selectOption('Every 8 hours');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByText('Saved.', { exact: true }).waitFor();
  await press('Save');
  await says(/^The settings were changed in another tab/);
  await options.reload();
  await options.bringToFront();
  expect(await field('Run the sync').inputValue()).toBe('8');
  await field('Run the sync').selectOption('Only when I press Run Sync');
  await save();
  await other.close();
});

it('At twice the size everything is there, and nothing has to be scrolled sideways', async () => {
  const { page, panel } = demo;
  await options.setViewportSize(HALF_A_WINDOW);
  expect(
    await options.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  await options.setViewportSize(A_WINDOW);
  await page.bringToFront();
  await page.setViewportSize(HALF_A_WINDOW);
  await demo.openInvoiceSearch();
  for (const name of ['Payment sync', 'Run Sync', 'Preview', /^Skipped/]) {
    const button = panel.getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await button.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
    expect(
      Math.min(x, y, HALF_A_WINDOW.width - x - width, HALF_A_WINDOW.height - y - height),
    ).toBeGreaterThan(0);
  }
  await page.setViewportSize(A_WINDOW);
  await options.bringToFront();
});

it('A Manage in another language is recognised by the captions that were entered', async () => {
  const { page, panel, world } = demo;
  await options.getByText('Invoice Search page').click();
  await field('Titles of the screen').fill('Invoice Search\nFacturen zoeken');
  await field('Captions of the invoice number column').fill('Invoice Number\nFactuurnummer');
  await save();
  await page.bringToFront();
  await demo.openInvoiceSearch('locale=nl');
  await untilBadgesAreRight(page, world.manage);
  expect(await panel.isVisible()).toBe(true);
});
