import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rightBadges } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { ALL_WELL, auditPage, type PageAudit } from './support/page-audit';
import { PAGE_VARIANTS, UNREADABLE } from './support/page-variants';
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

const showMe = () => demo.panel.getByRole('button', { name: 'Show me', includeHidden: true });

describe('On a Manage', () => {
  it.each(PAGE_VARIANTS)(
    '$is, badges are right and the page is unharmed',
    async ({ query, badges, scrolled }) => {
      await demo.openInvoiceSearch(query);
      const right = badges === 'all' ? ALL_WELL : { ...ALL_WELL, missing: expect.anything() as string[] };
      await expect.poll(audit, { timeout: 15_000, interval: 100 }).toEqual(right);
      if (badges === 'none') await showMe().waitFor({ state: 'attached' });
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

describe('Where a page cannot be read', () => {
  const guide = () => demo.page.getByRole('region', { name: 'Show where invoice numbers are' });
  const expand = async (): Promise<void> => {
    const header = demo.panel.getByRole('button', { name: 'Payment sync' });
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  };
  const badgesAreRight = () => expect.poll(audit, { timeout: 15_000, interval: 100 }).toEqual(ALL_WELL);
  const forget = async (): Promise<void> => {
    await expand();
    await demo.panel.getByText('How this page is read').click();
    await demo.panel.getByRole('button', { name: 'Forget what was shown' }).click();
    await showMe().waitFor();
    expect(await demo.page.locator('payment-sync-badge').count()).toBe(0);
  };

  it('one click on an invoice number teaches it, for good, wherever the column moves', async () => {
    const { page } = demo;
    await demo.openInvoiceSearch(UNREADABLE);
    await expand();
    await showMe().click();
    await page.locator('.invoice-grid').getByText('Standard').first().hover();
    await page.locator('.invoice-grid').getByText('Standard').first().click();
    await guide().getByText('Manage knows no invoice “Standard”').waitFor();
    await page.keyboard.press('n');
    await page.locator('a.multilineClickable').nth(3).click();
    await guide().getByText('knows now where').waitFor();
    await guide().getByRole('button', { name: 'Close' }).click();
    await badgesAreRight();
    await demo.openInvoiceSearch(`${UNREADABLE}&columns=amount,reference,number,date&refill=text`);
    await badgesAreRight();
    expect(await showMe().count()).toBe(0);
    await forget();
    await demo.openInvoiceSearch(UNREADABLE);
    await showMe().waitFor();
  });

  it('the keyboard alone does too, even in a frame, and Esc ends it', async () => {
    const { page } = demo;
    await demo.openInvoiceSearch(`${UNREADABLE}&frame=1`);
    await expand();
    await showMe().press('Enter');
    await guide().waitFor();
    await page.keyboard.press('Escape');
    await guide().waitFor({ state: 'detached' });
    expect(
      await showMe().evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await guide().waitFor();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown'])
      await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await guide().getByText('knows now where').waitFor();
    await badgesAreRight();
    await forget();
  });
});

describe('The audit of a page', () => {
  it('sees what is wrong, missing, moved or broken', async () => {
    const { page } = demo;
    await demo.openInvoiceSearch();
    await expect.poll(audit, { timeout: 15_000 }).toEqual(ALL_WELL);
    const right = await rightBadges(page, demo.world.manage);
    const others = Object.fromEntries(
      Object.keys(right).map((number) => [number, { name: `not ${number}`, early: '' }]),
    );
    const misjudged = await page.evaluate(auditPage, others);
    expect(misjudged.wrong.length).toBeGreaterThan(20);
    expect(misjudged.missing.length).toBeGreaterThan(20);
    await page.evaluate(() => {
      window.dispatchEvent(new ErrorEvent('error', { message: 'broken' }));
      for (const badge of document.querySelectorAll('payment-sync-badge'))
        badge.shadowRoot?.querySelector('style')?.remove();
    });
    const harmed = await audit();
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
    await expect.poll(audit, { timeout: 15_000, interval: 100 }).toEqual(ALL_WELL);
  }
  await cdp.send('Emulation.clearDeviceMetricsOverride');
});
