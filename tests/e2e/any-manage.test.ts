import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightBadges } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { ALL_WELL, auditPage, type PageAudit } from './support/page-audit';
import { PAGE_VARIANTS } from './support/page-variants';
import { runSync } from './support/panel';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
  await runSync(demo.panel);
  await demo.panel.getByRole('button', { name: 'Payment sync' }).click();
});
afterAll(() => demo.close());

async function audit(): Promise<PageAudit> {
  return demo.page.evaluate(auditPage, await rightBadges(demo.page, demo.world.manage));
}

describe('On a Manage', () => {
  it.each(PAGE_VARIANTS)(
    '$is, badges are right and the page is unharmed',
    async ({ query, badges, scrolled }) => {
      await demo.openInvoiceSearch(query);
      const right = badges === 'all' ? ALL_WELL : { ...ALL_WELL, missing: expect.anything() as string[] };
      await expect.poll(audit, { timeout: 15_000, interval: 100 }).toEqual(right);
      await demo.page.evaluate(async () => {
        for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
      });
      expect(await audit()).toEqual(right);
      if (badges === 'none') expect(await demo.page.locator('payment-sync-badge').count()).toBe(0);
      for (let step = 0; scrolled && step < 4; step += 1) {
        await demo.page.evaluate(() => {
          const [grid] = window.__host.invoiceGrids;
          grid?.element.lastElementChild?.scrollBy(0, 430);
        });
        await expect.poll(audit, { timeout: 15_000, interval: 100 }).toEqual(right);
      }
    },
  );
});
