import type { ElementHandle, Page } from 'puppeteer-core';
import { expect, vi } from 'vitest';
import { PATIENCE_MS } from '../../support/patience-ms';

/**
 * The control of that name, once it is there and can be seen: what a person finds by its label or the text on it,
 * in the page itself or in a shadow root. A slash at either end makes the name a pattern.
 */
export async function find(page: Page, name: string | RegExp): Promise<ElementHandle<HTMLElement>> {
  const wanted = typeof name === 'string' ? { text: name } : { pattern: name.source };
  const found = await page.waitForFunction(
    ({ text, pattern }: { text?: string; pattern?: string }) => {
      const named = (control: HTMLElement): boolean => {
        const labels = (control as HTMLInputElement).labels ?? [];
        const its = [control.ariaLabel, ...[...labels].map((label) => label.textContent), control.textContent]
          .filter((each) => typeof each === 'string')
          .map((each) => each.trim());
        return its.some((each) => (pattern === undefined ? each === text : new RegExp(pattern).test(each)));
      };
      const look = (root: Document | ShadowRoot): HTMLElement | undefined => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          const inside = element.shadowRoot && look(element.shadowRoot);
          if (inside) return inside;
          if (!element.matches('a, button, input, select, textarea, summary')) continue;
          if (named(element) && element.checkVisibility()) return element;
        }
        return undefined;
      };
      return look(document);
    },
    { timeout: PATIENCE_MS, polling: 50 },
    wanted,
  );
  return found as ElementHandle<HTMLElement>;
}

/** Clicks it with the mouse: what the browser asks for a gesture for takes place. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await (await find(page, name)).click();
}

/** Types into a field, in place of what was in it. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = await find(page, label);
  await field.evaluate((input) => (input as HTMLInputElement).select());
  await field.type(text);
}

/** Chooses from a list by what it shows. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const list = await find(page, label);
  const value = await list.evaluate(
    (select, shown) =>
      [...(select as HTMLSelectElement).options].find((each) => each.textContent?.trim() === shown)?.value,
    option,
  );
  if (value === undefined) throw new Error(`“${label}” does not offer “${option}”`);
  await list.select(value);
}

/** What a page and the shadow roots in it show, as text. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const within = (root: Document | ShadowRoot): string[] => {
      const nested = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? within(shadowRoot) : [],
      );
      const shown = root instanceof Document ? root.body.innerText : [...root.children].map(words).join('\n');
      return [shown, ...nested];
    };
    const words = (element: Element): string => (element instanceof HTMLElement ? element.innerText : '');
    return within(document).join('\n');
  });
}

/** Waits until a page, or a shadow root in it, shows words that fit; in a hook too. */
export async function untilSays(page: Page, words: RegExp): Promise<void> {
  const look = async (): Promise<void> => expect(await textOf(page)).toMatch(words);
  await vi.waitFor(look, { timeout: PATIENCE_MS, interval: 50 });
}
