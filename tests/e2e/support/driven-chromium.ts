import type { Locator, Page } from 'playwright-core';
import type { DrivenTab } from '../shared/driven';
import { invoiceSearchUrl, type Demo } from './demo';
import { faults } from './faults';

/** Hands for what is tested in every browser alike. */
export function drivenChromium(demo: Demo, page: Page = demo.page): DrivenTab {
  const { context } = demo;
  const control = (name: string | RegExp): Locator =>
    page
      .getByRole('button', { name, exact: true })
      .or(page.locator('summary', { hasText: name }))
      .first();
  return {
    ...demo,
    page,
    press: (name) => control(name).click(),
    focus: (name) => control(name).focus(),
    choose: async (list, option) => void (await page.getByLabel(list).selectOption({ label: option })),
    clickAt: (x, y) => page.mouse.click(x, y),
    key: (key) => page.keyboard.press(key),
    faults: (within) => faults(page, within),
    async openAnotherTab() {
      const tab = await context.newPage();
      await tab.goto(invoiceSearchUrl());
      return drivenChromium(demo, tab);
    },
    async updateExtension() {
      const [worker] = context.serviceWorkers();
      const next = context.waitForEvent('serviceworker');
      // It dies of it, and tells nobody how it ended.
      await worker
        ?.evaluate(() => {
          (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
        })
        .catch(() => undefined);
      await next;
    },
    close: () => page.close(),
  };
}
