import type { Page } from 'playwright-core';
import type { ScriptedPage } from './scripted-page';

/** What Manage's page noticed of whoever works in it. */
export interface HostNoticed {
  readonly errors: readonly string[];
  /** Keys that reached the page's own hotkeys. */
  readonly keys: readonly string[];
  readonly rowClicks: number;
  readonly gridsShown: number;
}

export function hostNoticed(page: ScriptedPage): Promise<HostNoticed> {
  return page.evaluate(() => {
    const { errors, keys, rowClicks, gridsShown } = window.__host;
    return { errors: [...errors], keys: [...keys], rowClicks, gridsShown };
  });
}

/** Does what has another grid shown, and waits until it is. */
export async function exchangeGrid(page: Page, act: () => Promise<void>): Promise<void> {
  const { gridsShown } = await hostNoticed(page);
  await act();
  await page.waitForFunction((before) => window.__host.gridsShown > before, gridsShown);
}

/** Sizes and markup of Manage's own, ours left out. Compiled class names lose what differs at every load. */
export function ownLayout(page: ScriptedPage): Promise<Record<string, readonly (string | number)[]>> {
  return page.evaluate(() => {
    const all = (css: string): Element[] => [...document.querySelectorAll(css)];
    const size = (element: Element): string => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].join(' ');
    };
    const markup = (element: Element): string => {
      const copy = element.cloneNode(true) as Element;
      for (const ours of copy.querySelectorAll('payment-sync-badge')) ours.remove();
      return copy.outerHTML.replace(/\bG[A-Z]{7}(?=B[A-Z]{2}\b)/g, '');
    };
    return {
      rows: all('tr.cw-ml-row').map(size),
      cells: all('tr.cw-ml-row:nth-child(-n + 3) > td').map(size),
      header: all('.cw-ml-header td').map(size),
      scroller: all('[id$=-listview-scroller]').flatMap(({ scrollHeight, scrollWidth }) => [
        scrollHeight,
        scrollWidth,
      ]),
      markup: [...all('tr.cw-ml-row'), ...all('.cw-ml-header'), ...all('nav')].map(markup),
    };
  });
}

/** How many elements of the extension are on the page. */
export function ownElements(page: ScriptedPage): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('payment-sync'))
        .length,
  );
}
