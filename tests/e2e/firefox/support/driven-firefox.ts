import type { KeyInput } from 'puppeteer-core';
import type { Driven } from '../../shared/driven';
import { faults } from '../../support/faults';
import { find, press } from './find';
import type { FirefoxDemo } from './firefox-demo';

/** Hands for what is tested in every browser alike. */
export function drivenFirefox(demo: FirefoxDemo): Driven {
  const { world, page } = demo;
  return {
    world,
    page,
    openInvoiceSearch: (query) => demo.openInvoiceSearch(query),
    press: (name) => press(page, name),
    focus: async (name) => (await find(page, name)).focus(),
    clickAt: (x, y) => page.mouse.click(x, y),
    key: (key) => page.keyboard.press(key as KeyInput),
    faults: (within) => faults(page, within),
  };
}
