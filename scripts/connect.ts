import type { BrowserContext, Page } from 'playwright-core';
import { MANAGE_KEYS, SITE } from '../sandbox/manage/api';
import { EXTENSION_ID } from './browser';
import { DEMO_SYSTEMS, type DemoSystem, type DemoSystemId } from './systems';

export interface ConnectOptions {
  readonly system?: DemoSystemId;
  /** How to sign in to Manage. */
  readonly signIn?: 'API keys' | 'My signed-in Manage session';
  /** How payments are shown there. */
  readonly strategy?: 'Payment record' | 'Custom fields';
  /** Whether vendors' bills are switched on, with the one alias that the sandbox's vendors need. */
  readonly bills?: boolean;
  /** Told when somebody has to press Allow, because the profile could not be prepared. */
  readonly onPrompt?: () => void;
}

/** What is saved later than this waits for a person. */
const NO_PROMPT_MS = 5_000;

/** Long enough for a person to read a prompt and press Allow. */
const FOR_A_PERSON_MS = 120_000;

/** Opens the extension's settings in a tab. */
export async function openOptions(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  return page;
}

/** Connects the extension to the sandbox the way a person would: through the settings page. */
export async function connect(context: BrowserContext, options: ConnectOptions = {}): Promise<void> {
  const { signIn = 'API keys', strategy = 'Payment record', onPrompt } = options;
  const system: DemoSystem = DEMO_SYSTEMS[options.system ?? 'poweroffice-go'];
  const page = await openOptions(context);
  const fill = (label: string, value: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).fill(value);
  await fill('Manage site', SITE);
  await fill('Company ID', MANAGE_KEYS.companyId);
  await page.getByRole('radio', { name: signIn }).check();
  if (signIn === 'API keys') {
    await fill('Public key', MANAGE_KEYS.publicKey);
    await fill('Private key', MANAGE_KEYS.privateKey);
  }
  await fill('Client ID', MANAGE_KEYS.clientId);
  await page.getByRole('radio', { name: strategy }).check();
  await page.getByLabel('Accounting system', { exact: true }).selectOption({ label: system.name });
  await system.fillIn(fill);
  if (options.bills === true) await switchBillsOn(page);
  await save();
  if (system.afterSave !== undefined) {
    await system.afterSave(page);
    await save();
  }
  await page.close();

  async function save(): Promise<void> {
    // By key, which waits for no frame of a page that the browser may be slow to draw.
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    const saved = page.getByText('Saved.', { exact: true });
    if (onPrompt === undefined) return saved.waitFor();
    try {
      await saved.waitFor({ timeout: NO_PROMPT_MS });
    } catch {
      onPrompt();
      await saved.waitFor({ timeout: FOR_A_PERSON_MS });
    }
  }
}

/** Ticks what the settings page has for vendors' bills. What is entered is not saved yet. */
export async function switchBillsOn(page: Page): Promise<void> {
  await page.getByText('Vendor bills', { exact: true }).click();
  await page.getByLabel("Show on purchase orders whether the vendor's bill was paid").check();
  await page.getByLabel('Vendors who are named differently').fill('20005 = CLOUDWRIGHT');
}
