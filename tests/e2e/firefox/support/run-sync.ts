import type { Page } from 'puppeteer-core';
import { PATIENCE_MS } from '../../support/patience-ms';
import { press } from './find';

/** Presses Run Sync, or another button that begins a run, and answers what the panel says once that run, and no earlier one, has ended. */
export async function runSyncInFirefox(page: Page, button: string | RegExp = 'Run Sync'): Promise<string> {
  const told = await page.evaluateHandle(() => {
    const said = { began: false, ended: '' };
    const root = document.querySelector('payment-sync-panel')?.shadowRoot;
    const read = (): void => {
      const headline = root?.querySelector('.headline')?.textContent ?? '';
      if (headline.includes('is running')) said.began = true;
      else if (said.began) said.ended = headline;
    };
    if (root)
      new MutationObserver(read).observe(root, { subtree: true, childList: true, characterData: true });
    return said;
  });
  await press(page, button);
  await page.waitForFunction((said) => said.ended !== '', { timeout: PATIENCE_MS, polling: 50 }, told);
  return told.evaluate(({ ended }) => ended);
}
