import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { EXTENSION_ID } from '../../scripts/browser';
import { openOptions } from '../../scripts/connect';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { stepsOf } from './shared/setup-steps';
import { lookingAt, openFresh, reading, returnTo, withMouse, type FreshBrowser } from './support/first-run';
import { inNorwegian as say, isNorwegian } from './support/norwegian';
import { spills } from './support/spills';

/** A firm in Norway: its browser speaks Norwegian, and ConnectWise Manage in it English. */
let fresh: FreshBrowser;
let panel: Locator;
beforeAll(async () => {
  fresh = await openFresh('poweroffice-go', [], { language: 'nb', locale: 'nb-NO' });
  panel = fresh.manage.getByRole('region', { name: say('Payment sync') });
});
afterAll(() => fresh.close());

const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);
const press = (name: string) => panel.getByRole('button', { name: say(name) }).click();

it('The setup leads from installation to a trial in Norwegian', async () => {
  const { setup } = fresh;
  const steps = stepsOf(lookingAt(setup), reading(say, withMouse(setup)), 'poweroffice-go', say);
  const fits = async (): Promise<void> => expect(await spills(setup)).toEqual([]);
  expect(await setup.title()).toBe(say('Set up Payment Sync'));
  expect(await languageOf(setup)).toBe('nb');
  await steps.manage();
  await fits();
  await steps.check();
  await steps.accounting();
  await fits();
  await steps.check();
  await steps.matching();
  await fits();
  await steps.goOn();
  await steps.trial();
  await fits();
});

it('The panel runs a sync in Norwegian, at the end of which Manage holds what the books say', async () => {
  const { world, manage } = fresh;
  const expected = expectedInManage(world, sameDayLastMonth(world.story.now), 'payment-record');
  await returnTo(manage);
  await press('Run Sync');
  await panel.getByText(say('Sync finished.')).first().waitFor();
  expect(heldInManage(world.manage)).toEqual(expected.held);
  await press('Skipped');
  const reasons = panel.locator('.reason');
  await reasons.first().waitFor();
  for (const reason of await reasons.allTextContents()) expect(isNorwegian(reason), reason).toBe(true);
  await press('Updated');
  // As amounts and days are written in Norway.
  await panel
    .getByText(/^ingen → [\d\s]+,\d\d\skr$/)
    .first()
    .waitFor();
  await panel
    .getByText(/^ingen → \d+\.\s\p{L}+\.?\s\d{4}$/u)
    .first()
    .waitFor();
  expect(await languageOfShadow(manage, 'payment-sync-panel')).toBe('nb');
  expect(await spills(manage, 'payment-sync-panel')).toEqual([]);
});

it('Badges and the card of an invoice speak Norwegian too', async () => {
  const { manage } = fresh;
  await panel.getByRole('button', { name: say('Payment sync') }).click();
  await manage
    .getByRole('button', { name: /^Faktura 12342: Betalt beløp .*1\s000,00.*, delvis betalt$/ })
    .click();
  const card = manage.getByRole('dialog', { name: say('Invoice 12342') });
  await card.getByText(say('Partly paid')).waitFor();
  expect(await languageOfShadow(manage, 'payment-sync-card')).toBe('nb');
  expect(await spills(manage, 'payment-sync-card')).toEqual([]);
  expect(await spills(manage, 'payment-sync-badge')).toEqual([]);
  await manage.keyboard.press('Escape');
});

it('The popup and the settings are in Norwegian, down to the check of the connections', async () => {
  const popup = await fresh.context.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  await popup.getByText(say('Sync finished.')).waitFor();
  expect(await languageOf(popup)).toBe('nb');
  expect(await spills(popup)).toEqual([]);
  await popup.close();

  const options = await openOptions(fresh.context);
  await options.getByRole('heading', { name: say('Payment Sync settings') }).waitFor();
  expect(await languageOf(options)).toBe('nb');
  await options.getByRole('button', { name: say('Check connections') }).click();
  await options
    .getByText(say('All is well.'))
    .or(options.getByText(/må ses på/))
    .first()
    .waitFor();
  await options.getByText(say('PowerOffice Go accepts the keys')).waitFor();
  expect(await spills(options)).toEqual([]);
  await options.close();
});

it('Nothing anywhere has no words', async () => {
  const page = await openOptions(fresh.context);
  const missing: string[] = [];
  page.on('console', (message) => missing.push(message.text()));
  await page.reload();
  await page.getByRole('heading', { name: say('Payment Sync settings') }).waitFor();
  expect(missing.filter((text) => text.includes('Message not found'))).toEqual([]);
});

/** The language of what stands in the shadow root of an element of ours. */
function languageOfShadow(page: Page, tag: string): Promise<string | undefined> {
  return page
    .locator(tag)
    .first()
    .evaluate((element) => element.shadowRoot?.querySelector<HTMLElement>('[lang]')?.lang);
}
