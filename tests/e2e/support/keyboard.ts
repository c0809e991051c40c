import type { Page } from 'playwright-core';

/** Presses Tab until the focus is on the control of that name, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const { labels } = (at ?? {}) as Partial<HTMLInputElement>;
      return at?.getAttribute('aria-label') ?? (labels?.[0] ?? at)?.textContent?.trim() ?? '';
    });
    if (focused === name) return;
    seen.push(focused);
  }
  throw new Error(`Tab does not lead to “${name}”, only to: ${[...new Set(seen)].join(', ')}`);
}
