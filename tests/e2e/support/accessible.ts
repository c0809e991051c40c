import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Fails with what axe finds wrong in the page, or in the part of it that the selector names. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  // The legacy mode asks for no second page, which a persistent profile would show in front of this one.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(found).toEqual([]);
}

/** In a window of 1280 by 800, twice as large: half as many of the page's own pixels. */
export const AT_200_PERCENT = { width: 640, height: 400 };
export const AT_100_PERCENT = { width: 1280, height: 800 };

/** How many pixels the page is wider than its window: what a reader would have to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
