import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOptions } from '../../scripts/connect';
import { isAccessibleOnThePage } from './shared/is-accessible';
import { openDemo, type Demo } from './support/demo';
import { drivenChromium } from './support/driven-chromium';
import { faults, ONLY_COLOURS } from './support/faults';
import { runSync } from './support/panel';

describe.each(['light', 'dark'] as const)('In %s colours', (colorScheme) => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo({ colorScheme });
  });
  afterAll(() => demo.close());

  isAccessibleOnThePage(
    () => drivenChromium(demo),
    async () => expect((await runSync(demo.panel)).headline).toBe('Sync finished.'),
  );

  it.each(['PowerOffice Go', 'Dynamics 365 Business Central', 'Dynamics NAV'])(
    'the settings page is accessible with %s, at twice its size too',
    async (system) => {
      const page = await openOptions(demo.context);
      await page.getByLabel('Accounting system', { exact: true }).selectOption({ label: system });
      const looked = colorScheme === 'light' ? {} : ONLY_COLOURS;
      expect(await faults(page, undefined, looked)).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.zoom = '2'));
      expect(await faults(page, undefined, looked)).toEqual([]);
      await page.close();
    },
  );
});
