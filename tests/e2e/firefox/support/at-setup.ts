import type { Page } from 'puppeteer-core';
import type { Eyes, Hands } from '../../shared/setup-steps';
import { PATIENCE_MS } from '../../support/patience-ms';
import { choose, fill, find, press, untilSays } from './find';

/** Hands and eyes of somebody who goes through the guided setup with a mouse. */
export function atSetup(page: Page): Hands & Eyes {
  return {
    enter: (label, text) => fill(page, label, text),
    press: (name) => press(page, name),
    pick: (choice) => press(page, new RegExp(`^${choice}`)),
    choose: (label, option) => choose(page, label, option),
    async heading(name) {
      const isThere = (wanted: string): boolean =>
        [...document.querySelectorAll('h2, h3')].some(({ textContent }) => textContent.trim() === wanted);
      await page.waitForFunction(isThere, { timeout: PATIENCE_MS, polling: 50 }, name);
    },
    choice: async (name) => void (await find(page, new RegExp(`^${name}`))),
    words: (pattern) => untilSays(page, pattern),
  };
}
