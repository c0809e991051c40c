import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAccessibleOnThePage } from '../shared/is-accessible';
import { faults } from '../support/faults';
import { drivenFirefox } from './support/driven-firefox';
import { choose } from './support/find';
import { connectInFirefox, openFirefoxDemo, type FirefoxDemo } from './support/firefox-demo';
import { runSyncInFirefox } from './support/run-sync';

describe.each(['light', 'dark'] as const)('In %s colours', (colorScheme) => {
  let demo: FirefoxDemo;
  beforeAll(async () => {
    demo = await openFirefoxDemo({ colorScheme });
    await connectInFirefox(demo, { signIn: 'API keys', strategy: 'Payment record' });
  });
  afterAll(() => demo.close());

  it('the browser shows them', async () => {
    await demo.openInvoiceSearch();
    expect(await demo.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
      colorScheme === 'dark',
    );
  });

  isAccessibleOnThePage(
    () => drivenFirefox(demo),
    async () => {
      await choose(demo.page, 'Start Date', 'Past Month');
      expect(await runSyncInFirefox(demo.page)).toBe('Sync finished.');
    },
  );

  it('the settings page is accessible', async () => {
    const options = await demo.openOwnPage('options.html');
    expect(await faults(options)).toEqual([]);
    await options.close();
  });
});
