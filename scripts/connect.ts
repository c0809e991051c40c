import type { BrowserContext } from 'playwright-core';
import { MANAGE_KEYS } from '../sandbox/manage/api';
import { POWEROFFICE_KEYS } from '../sandbox/poweroffice-go/api';
import { EXTENSION_ID } from './browser';

/** Connects the extension to the sandbox the way a person would: through the options page. */
export async function connectThroughOptions(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  const fill = (label: string, value: string): Promise<void> => page.getByLabel(label, { exact: true }).fill(value);
  await fill('Manage site', 'na.myconnectwise.net');
  await fill('Company ID', MANAGE_KEYS.companyId);
  await fill('Public key', MANAGE_KEYS.publicKey);
  await fill('Private key', MANAGE_KEYS.privateKey);
  await fill('Client ID', MANAGE_KEYS.clientId);
  await fill('Application key', POWEROFFICE_KEYS.applicationKey);
  await fill('Client key', POWEROFFICE_KEYS.clientKey);
  await fill('Subscription key', POWEROFFICE_KEYS.subscriptionKey);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').waitFor();
  await page.close();
}
