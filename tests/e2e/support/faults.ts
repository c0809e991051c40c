import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { ScriptedPage } from './scripted-page';

/** What axe finds wrong, each with where; of the whole page or of elements of that name. */
export async function faults(
  page: ScriptedPage,
  within?: string,
  options: RunOptions = {},
): Promise<readonly string[]> {
  // Half a megabyte, which is sent to a page once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`{ ${axe.source} }`);
  return page.evaluate(
    async ({ name, how }) => {
      const { axe: inPage } = window as unknown as { axe: typeof axe };
      const { violations } = await inPage.run(name === null ? document : { include: [[name]] }, {
        ...how,
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    },
    { name: within ?? null, how: options },
  );
}

/** The same at twice the size, in light, dark and forced colours, and whether anything has to be scrolled sideways. */
export async function faultsInEveryColour(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  // What a window of 1280 by 800 holds at 200 %: half as many of the page’s own pixels.
  await page.setViewportSize({ width: 640, height: 400 });
  const found = [...(await faults(page))];
  for (const media of OTHER_COLOURS) {
    await page.emulateMedia(media);
    found.push(...(await faults(page, undefined, ONLY_COLOURS)));
  }
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  if (wider > 0) found.push(`${wider} px wider than the window`);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** Looks for nothing else where all else has been looked at: only this can have become wrong with other colours. */
export const ONLY_COLOURS: RunOptions = {
  runOnly: ['cat.color'],
  rules: { 'color-contrast-enhanced': { enabled: false } },
};

const OTHER_COLOURS = [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;
