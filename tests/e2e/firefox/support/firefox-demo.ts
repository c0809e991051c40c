import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { MANAGE_KEYS, SITE } from '../../../../sandbox/manage/api';
import { createWorld, type LivingWorld } from '../../../../sandbox/world';
import { FIREFOX_ORIGIN, launchFirefox, type FirefoxOptions } from '../../../../scripts/firefox';
import { DEMO_SYSTEMS } from '../../../../scripts/systems';
import { invoiceSearchUrl } from '../../support/demo';
import { PATIENCE_MS } from '../../support/patience-ms';
import { openVendors, type Vendors } from '../../support/vendors';
import { choose, fill, find, press, untilSays } from './find';
import { runSyncInFirefox } from './run-sync';

/** The driver is never told that a page of the extension has loaded. */
const NEVER_TOLD_MS = 300;

/** Firefox with the production build in it, on a world of its own. */
export interface FirefoxDemo extends Vendors {
  readonly world: LivingWorld;
  /** Epoch ms at which the world was made. */
  readonly now: number;
  /** The tab for Invoice Search. */
  readonly page: Page;
  /** Opens Invoice Search in its tab, as the query of its address has it, and waits for the panel. */
  openInvoiceSearch(query?: string): Promise<void>;
  /** The same in another tab, which stays open until it is closed. */
  openAnotherTab(): Promise<Page>;
  /** The page of the extension that opened by itself when it was installed. */
  greeting(): Promise<Page>;
  /** Opens a page of the extension in a tab of its own. */
  openOwnPage(path: string): Promise<Page>;
  /** What was saved as files so far. */
  saved(): readonly string[];
  /** Puts the books and Manage back to the morning, whatever has happened since. The browser forgets nothing. */
  startOver(): void;
  close(): Promise<void>;
}

export async function openFirefoxDemo(options: Omit<FirefoxOptions, 'sandbox'> = {}): Promise<FirefoxDemo> {
  const now = Date.now();
  const world = createWorld(now);
  const vendors = await openVendors(world);
  const { sandbox } = vendors;
  const firefox = await launchFirefox({ sandbox, ...options });
  const page = await firefox.browser.newPage();
  const openIn = async (tab: Page, query: string): Promise<void> => {
    await tab.bringToFront();
    await tab.goto(invoiceSearchUrl(query), { waitUntil: 'domcontentloaded' });
    await find(tab, 'Payment sync');
  };
  return {
    ...vendors,
    world,
    now,
    page,
    openInvoiceSearch: (query = '') => openIn(page, query),
    async openAnotherTab() {
      const tab = await firefox.browser.newPage();
      await openIn(tab, '');
      return tab;
    },
    async greeting() {
      const greets = async (): Promise<Page> => {
        for (const tab of await firefox.browser.pages())
          if ((await tab.evaluate(() => location.href)) === `${FIREFOX_ORIGIN}setup.html`) return tab;
        throw new Error('No page has opened by itself');
      };
      return vi.waitFor(greets, { timeout: PATIENCE_MS, interval: 100 });
    },
    async openOwnPage(path) {
      const opened = await firefox.browser.newPage();
      await opened.goto(`${FIREFOX_ORIGIN}${path}`, { timeout: NEVER_TOLD_MS }).catch(() => undefined);
      await untilSays(opened, /\S/);
      return opened;
    },
    saved() {
      if (!existsSync(firefox.downloads)) return [];
      return readdirSync(firefox.downloads).map((name) =>
        readFileSync(join(firefox.downloads, name), 'utf8'),
      );
    },
    startOver() {
      vendors.answerInstead(null);
      const { story, powerOffice, manage } = createWorld(now);
      Object.assign(world, { story, powerOffice, manage });
    },
    async close() {
      await firefox.close();
      await sandbox.close();
    },
  };
}

/** Connects Manage and PowerOffice Go the way a person would: on the settings page, allowing what the browser asks. */
export async function connectInFirefox(
  demo: FirefoxDemo,
  { signIn, strategy }: { readonly signIn: string; readonly strategy: string },
): Promise<void> {
  const options = await demo.openOwnPage('options.html');
  const enter = (label: string, text: string): Promise<void> => fill(options, label, text);
  await enter('Manage site', SITE);
  await enter('Company ID', MANAGE_KEYS.companyId);
  await press(options, signIn);
  if (signIn === 'API keys') {
    await enter('Public key', MANAGE_KEYS.publicKey);
    await enter('Private key', MANAGE_KEYS.privateKey);
  }
  await enter('Client ID', MANAGE_KEYS.clientId);
  await press(options, strategy);
  await DEMO_SYSTEMS['poweroffice-go'].fillIn(enter);
  await press(options, 'Save');
  await untilSays(options, /^Saved\.$/m);
  await options.close();
}

/** The same, connected with API keys, after a first sync, and with its panel folded. */
export async function openSyncedFirefox(): Promise<FirefoxDemo> {
  const demo = await openFirefoxDemo();
  await connectInFirefox(demo, { signIn: 'API keys', strategy: 'Payment record' });
  await demo.openInvoiceSearch();
  await choose(demo.page, 'Start Date', 'Past Month');
  await runSyncInFirefox(demo.page);
  await press(demo.page, 'Payment sync');
  return demo;
}
