import type { Page } from 'playwright-core';
import { startSandbox } from '../../../sandbox/server';
import { createWorld } from '../../../sandbox/world';
import { EXTENSION_ID, launch } from '../../../scripts/browser';
import { connect } from '../../../scripts/connect';
import { DEMO_SYSTEMS } from '../../../scripts/systems';
import { invoiceSearchUrl } from '../../e2e/support/demo';
import type { Bench, Figure } from '../bench';
import { medianOf } from '../support/median-of';

const RUNS = 7;

export const startUp: Bench = {
  about: 'From nothing to the first answer',
  how:
    `The production build in real Chromium, ${RUNS} times after one to warm up: the median, with the lowest and the highest. ` +
    'The worker is really ended by the browser before it is asked. The panel is ready once Run Sync can be pressed, counted ' +
    'from the beginning of the navigation to Invoice Search, Manage’s own start included; the page without the extension ' +
    'is ready once its grid shows rows.',
  flags: [],
  needsBuild: true,
  async run() {
    const withIt = await openBrowser(true);
    const without = await openBrowser(false);
    try {
      const popup = await withIt.context.newPage();
      await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
      const figures: Figure[] = [
        {
          what: 'worker: cold start to the first answer',
          unit: 'ms',
          ...(await several(() => coldAnswer(popup))),
        },
        { what: 'worker: an answer while it is awake', unit: 'ms', ...(await several(() => answer(popup))) },
      ];
      await popup.close();
      const rows = (page: Page) => page.locator('tr.cw-ml-row').first().waitFor();
      const panel = (page: Page) =>
        page
          .getByRole('region', { name: 'Payment sync' })
          .getByRole('button', { name: 'Run Sync' })
          .waitFor();
      const opened = (page: Page, until: (page: Page) => Promise<void>) =>
        several(async () => {
          const begun = performance.now();
          await page.goto(invoiceSearchUrl());
          await until(page);
          return performance.now() - begun;
        });
      figures.push(
        { what: 'page without it: to the first rows', unit: 'ms', ...(await opened(without.page, rows)) },
        { what: 'page with it: to the first rows', unit: 'ms', ...(await opened(withIt.page, rows)) },
        {
          what: 'page with it: to a panel that can be used',
          unit: 'ms',
          ...(await opened(withIt.page, panel)),
        },
      );
      return figures;
    } finally {
      await withIt.close();
      await without.close();
    }
  },
};

async function openBrowser(extension: boolean) {
  const sandbox = await startSandbox(createWorld(Date.now()));
  const { hosts } = DEMO_SYSTEMS['poweroffice-go'];
  const browser = await launch({ sandbox, headless: true, grant: hosts, extension });
  const { context } = browser;
  if (extension) await connect(context);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(invoiceSearchUrl());
  return {
    context,
    page,
    async close() {
      await browser.close();
      await sandbox.close();
    },
  };
}

async function several(measure: () => Promise<number>) {
  await measure();
  const measured: number[] = [];
  for (let at = 0; at < RUNS; at += 1) measured.push(await measure());
  return medianOf(measured);
}

async function coldAnswer(popup: Page): Promise<number> {
  const cdp = await popup.context().newCDPSession(popup);
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
  return answer(popup);
}

/** Milliseconds until the worker has told what the panel shows first. */
function answer(popup: Page): Promise<number> {
  return popup.evaluate(async () => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
    ).chrome;
    const begun = performance.now();
    await runtime.sendMessage({ paymentSync: 'panelState' });
    return performance.now() - begun;
  });
}
