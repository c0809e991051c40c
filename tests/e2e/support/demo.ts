import type { BrowserContext, Locator, Page } from 'playwright-core';
import { CODEBASE, SITE } from '../../../sandbox/manage/api';
import { createWorld, type LivingWorld } from '../../../sandbox/world';
import { launch, type LaunchOptions } from '../../../scripts/browser';
import { connect, type ConnectOptions } from '../../../scripts/connect';
import { DEMO_SYSTEMS } from '../../../scripts/systems';
import { PATIENCE_MS } from './patience-ms';
import { openVendors, type Vendors } from './vendors';

/** Where Invoice Search is; the query chooses a variant of the page. */
export const invoiceSearchUrl = (query = ''): string =>
  `https://${SITE}/${CODEBASE}ConnectWise.aspx?${query}`;

export interface DemoOptions extends ConnectOptions, Pick<LaunchOptions, 'colorScheme' | 'locale'> {
  /** The world to open; Nord IT's unless another is given. */
  readonly makeWorld?: (now: number) => LivingWorld;
  /** False leaves the extension as it was installed. */
  readonly connected?: boolean;
}

/** A browser with the production build in it, on a world of its own, as `npm start` shows it. */
export interface Demo extends Vendors {
  readonly world: LivingWorld;
  /** Epoch ms at which the world was made. */
  readonly now: number;
  readonly context: BrowserContext;
  /** The tab in which Invoice Search is open. */
  readonly page: Page;
  readonly panel: Locator;
  /** Opens Invoice Search, as the query of its address has it, and waits for the panel. */
  openInvoiceSearch(query?: string): Promise<void>;
  /** Puts the books and Manage back to the morning, whatever has happened since. The browser forgets nothing. */
  startOver(): void;
  close(): Promise<void>;
}

/** Opens all of it, connected through the settings page. */
export async function openDemo(options: DemoOptions = {}): Promise<Demo> {
  const {
    connected = true,
    makeWorld = createWorld,
    colorScheme = 'light',
    locale = 'en-GB',
    ...connection
  } = options;
  const now = Date.now();
  const world = makeWorld(now);
  const vendors = await openVendors(world);
  const { sandbox } = vendors;
  const browser = await launch({
    sandbox,
    headless: true,
    colorScheme,
    locale,
    grant: DEMO_SYSTEMS[connection.system ?? 'poweroffice-go'].hosts,
  });
  const { context } = browser;
  context.setDefaultTimeout(PATIENCE_MS);
  const page = context.pages()[0] ?? (await context.newPage());
  const panel = page.getByRole('region', { name: 'Payment sync' });

  const demo: Demo = {
    ...vendors,
    world,
    now,
    context,
    page,
    panel,
    async openInvoiceSearch(query = '') {
      await page.goto(invoiceSearchUrl(query));
      await panel.waitFor();
    },
    startOver() {
      vendors.answerInstead(null);
      const { story, powerOffice, manage } = makeWorld(now);
      Object.assign(world, { story, powerOffice, manage });
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
  if (connected) await connect(context, connection);
  await demo.openInvoiceSearch();
  return demo;
}
