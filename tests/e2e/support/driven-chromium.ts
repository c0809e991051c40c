import type { Locator } from 'playwright-core';
import type { Driven } from '../shared/driven';
import type { Demo } from './demo';
import { faults } from './faults';

/** Hands for what is tested in every browser alike. */
export function drivenChromium(demo: Demo): Driven {
  const { world, page } = demo;
  const control = (name: string | RegExp): Locator =>
    page
      .getByRole('button', { name, exact: true })
      .or(page.locator('summary', { hasText: name }))
      .first();
  return {
    world,
    page,
    openInvoiceSearch: (query) => demo.openInvoiceSearch(query),
    press: (name) => control(name).click(),
    focus: (name) => control(name).focus(),
    clickAt: (x, y) => page.mouse.click(x, y),
    key: (key) => page.keyboard.press(key),
    faults: (within) => faults(page, within),
  };
}
