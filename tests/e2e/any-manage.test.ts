import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copesWithAnyManage } from './shared/any-manage';
import { audit, untilAuditFinds } from './shared/audited';
import { learnsByBeingShown } from './shared/learns-by-being-shown';
import { rightBadges } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { drivenChromium } from './support/driven-chromium';
import { auditPage } from './support/page-audit';
import { runSync } from './support/panel';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await runSync(demo.panel);
  await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
});
afterAll(() => demo.close());

copesWithAnyManage(() => drivenChromium(demo));
learnsByBeingShown(() => drivenChromium(demo));

describe('The audit of a page', () => {
  it('sees what is wrong, missing, moved or broken', async () => {
    const { page } = demo;
    await demo.openInvoiceSearch();
    await untilAuditFinds(demo);
    const right = await rightBadges(page, demo.world.manage);
    const others = Object.fromEntries(
      Object.keys(right).map((number) => [number, { name: `not ${number}`, early: '' }]),
    );
    const misjudged = await page.evaluate(auditPage, { allowed: others, badges: 'all' as const });
    expect(misjudged.wrong.length).toBeGreaterThan(20);
    expect(misjudged.missing.length).toBeGreaterThan(20);
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
      for (const badge of document.querySelectorAll('payment-sync-badge'))
        badge.shadowRoot?.querySelector('style')?.remove();
    });
    const harmed = await audit(demo);
    expect(harmed.moved).not.toEqual([]);
    expect(harmed.broken).toEqual(['broken']);
  });
});

it('Badges stay right at whatever zoom of the browser', async () => {
  const { page } = demo;
  const cdp = await page.context().newCDPSession(page);
  await demo.openInvoiceSearch('numbering=none');
  for (const zoom of [1.5, 0.67, 1.1]) {
    // What zooming comes to for a page: fewer, larger pixels.
    const [width, height] = [Math.round(1280 / zoom), Math.round(800 / zoom)];
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: zoom,
      mobile: false,
    });
    await untilAuditFinds(demo);
  }
  await cdp.send('Emulation.clearDeviceMetricsOverride');
});
