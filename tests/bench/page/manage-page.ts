import type { BrowserContext, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { sizedWorld } from '../../../sandbox/world';
import { launch } from '../../../scripts/browser';
import { connect } from '../../../scripts/connect';
import { DEMO_SYSTEMS } from '../../../scripts/systems';
import { invoiceSearchUrl } from '../../e2e/support/demo';

/** Invoices that Manage holds: as many as the largest grid shows. */
const INVOICES = 5_000;

/** Nothing is written to the page for so long when it has come to rest. */
const QUIET_MS = 700;

/** A browser in which Manage is open, with the extension or without it. */
export interface ManagePage {
  readonly page: Page;
  /** Opens Invoice Search with so many rows in the page and waits until it has come to rest. */
  readonly open: (rows: number) => Promise<void>;
  /** Waits until nothing has changed in the page for a while. */
  readonly rest: () => Promise<void>;
  /** How many badges there are. */
  readonly badges: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** @param extension whether the extension is in the browser, connected */
export async function openManagePage(extension: boolean): Promise<ManagePage> {
  const sandbox: Sandbox = await startSandbox(sizedWorld(Date.now(), INVOICES));
  const { hosts } = DEMO_SYSTEMS['poweroffice-go'];
  const browser = await launch({ sandbox, headless: true, grant: hosts, extension });
  const context: BrowserContext = browser.context;
  context.setDefaultTimeout(60_000);
  if (extension) await connect(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() => {
    const changed = { at: performance.now() };
    Object.assign(window, { changed });
    new MutationObserver(() => void (changed.at = performance.now())).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

  const rest = async (): Promise<void> => {
    await page.waitForFunction(
      (quiet) =>
        performance.now() - (window as unknown as { changed: { at: number } }).changed.at > quiet &&
        document.querySelector('tr.cw-ml-row') !== null,
      QUIET_MS,
      { polling: 100 },
    );
  };
  const badges = (): Promise<number> => page.locator('payment-sync-badge').count();

  return {
    page,
    rest,
    badges,
    async open(rows) {
      await page.goto(invoiceSearchUrl(`pageSize=${rows}&pool=${rows}&delay=0`));
      await rest();
      if (extension) await page.locator('payment-sync-badge').first().waitFor({ state: 'attached' });
      await rest();
    },
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}
