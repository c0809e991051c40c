import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong, each with where. */
export function faults(page: Page, within?: string): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page });
  return foundBy(within === undefined ? builder : builder.include(within));
}

/** The same at twice the size, in light, dark and forced colours, and whether anything has to be scrolled sideways. */
export async function faultsInEveryColour(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  // What a window of 1280 by 800 holds at 200 %: half as many of the page’s own pixels.
  await page.setViewportSize({ width: 640, height: 400 });
  const found = [...(await faults(page))];
  for (const media of OTHER_COLOURS) {
    await page.emulateMedia(media);
    // Only what is about colours can have become wrong with them.
    found.push(
      ...(await foundBy(
        new AxeBuilder({ page }).withTags(['cat.color']).disableRules(['color-contrast-enhanced']),
      )),
    );
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

const OTHER_COLOURS = [
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

async function foundBy(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
