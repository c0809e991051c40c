import type { KeyInput, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { DrivenTab } from '../../shared/driven';
import { faults } from '../../support/faults';
import { choose, find, press } from './find';
import type { FirefoxDemo } from './firefox-demo';

/** Hands for what is tested in every browser alike. */
export function drivenFirefox(demo: FirefoxDemo, page: Page = demo.page): DrivenTab {
  return {
    ...demo,
    page,
    press: (name) => press(page, name),
    choose: (list, option) => choose(page, list, option),
    focus: async (name) => (await find(page, name)).focus(),
    clickAt: (x, y) => page.mouse.click(x, y),
    key: (key) => page.keyboard.press(key as KeyInput),
    faults: (within) => faults(page, within),
    openAnotherTab: async () => drivenFirefox(demo, await demo.openAnotherTab()),
    async updateExtension() {
      const own = await demo.openOwnPage('popup.html');
      // It goes with its page, and tells nobody how it ended.
      await own.evaluate('browser.runtime.reload()').catch(() => undefined);
      // Firefox fails at showing another tab while it takes away the one it shows.
      await expect.poll(() => isOpen(own)).toBe(false);
      await page.bringToFront();
    },
    async close() {
      await page.close();
      // The browser would show whichever tab it likes, and lets those that are not shown wait.
      await demo.page.bringToFront();
    },
  };
}

/** Whether a tab still answers: that one of the extension has been closed, the driver is never told. */
function isOpen(tab: Page): Promise<boolean> {
  return tab.evaluate('true').then(
    () => true,
    () => false,
  );
}
