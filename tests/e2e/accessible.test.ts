import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOptions } from '../../scripts/connect';
import { untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { faults } from './support/faults';

describe.each(['light', 'dark'] as const)('In %s colours', (colorScheme) => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await openDemo({ colorScheme });
  });
  afterAll(() => demo.close());

  it('badges are accessible', async () => {
    await untilBadgesAreRight(demo.page, demo.world.manage);
    expect(await faults(demo.page, 'payment-sync-badge')).toEqual([]);
  });

  it('the panel is accessible before and after a run, with its lists open', async () => {
    expect(await faults(demo.page, 'payment-sync-panel')).toEqual([]);
    await demo.panel.getByRole('button', { name: 'Run Sync' }).click();
    await demo.panel.getByText('Sync finished.').first().waitFor({ timeout: 45_000 });
    for (const list of ['Updated', 'Skipped']) {
      await demo.panel.getByRole('button', { name: new RegExp(`^${list}`) }).click();
    }
    expect(await faults(demo.page, 'payment-sync-panel')).toEqual([]);
  });

  it.each(['PowerOffice Go', 'Dynamics 365 Business Central', 'Dynamics NAV'])(
    'the settings page is accessible with %s, at twice its size too',
    async (system) => {
      const page = await openOptions(demo.context);
      await page.getByLabel('Accounting system', { exact: true }).selectOption({ label: system });
      expect(await faults(page)).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.zoom = '2'));
      expect(await faults(page)).toEqual([]);
      await page.close();
    },
  );
});
