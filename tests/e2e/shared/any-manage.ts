import { describe, expect, it } from 'vitest';
import { PAGE_VARIANTS } from '../support/page-variants';
import { audit, badgesOn, untilAuditFinds, wellWith } from './audited';
import type { Driven } from './driven';
import { ownButtons } from './own-controls';

/** Every variant of the page, in a browser in which a sync has run. */
export function copesWithAnyManage(driven: () => Driven): void {
  describe('On a Manage', () => {
    it.each(PAGE_VARIANTS)(
      '$is, badges are right and the page is unharmed',
      async ({ query, badges, scrolled }) => {
        const { page } = driven();
        await driven().openInvoiceSearch(query);
        await untilAuditFinds(driven(), badges);
        if (badges === 'none') await expect.poll(() => ownButtons(page)).toContain('Show me');
        await page.evaluate(async () => {
          for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
        });
        expect(await audit(driven(), badges)).toEqual(wellWith(badges));
        if (badges === 'none') expect(await badgesOn(driven())).toBe(0);
        for (let step = 0; scrolled && step < 4; step += 1) {
          await page.evaluate(() => {
            const [grid] = window.__host.invoiceGrids;
            grid?.element.lastElementChild?.scrollBy(0, 430);
          });
          await untilAuditFinds(driven(), badges);
        }
      },
    );
  });
}
