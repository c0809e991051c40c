import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { EXTENSION_ID } from '../../scripts/browser';
import { openOptions } from '../../scripts/connect';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { openDemo, type Demo } from './support/demo';
import { faults } from './support/faults';
import { tabTo } from './support/keyboard';

let demo: Demo;
let popup: Page;
beforeAll(async () => {
  demo = await openDemo({ signIn: 'My signed-in Manage session', colorScheme: 'dark' });
  popup = await demo.context.newPage();
});
afterAll(() => demo.close());

/** Opens the popup in a tab: as a popup it would close when the test looks elsewhere. */
async function openPopup(): Promise<void> {
  // It closes once it has led somewhere.
  if (popup.isClosed()) popup = await demo.context.newPage();
  await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  await popup.getByRole('button', { name: 'Settings' }).waitFor();
}

/** What stands on the toolbar icon. */
function onIcon(): Promise<{ readonly text: string; readonly title: string }> {
  return popup.evaluate(
    `(async () => ({ text: await chrome.action.getBadgeText({}), title: await chrome.action.getTitle({}) }))()`,
  );
}

const press = (name: string) => popup.getByRole('button', { name, exact: true }).click();

it('is what the icon opens', async () => {
  await openPopup();
  expect(await popup.evaluate('chrome.action.getPopup({})')).toBe(
    `chrome-extension://${EXTENSION_ID}/popup.html`,
  );
});

describe('With all well', () => {
  it('a run is begun by the keyboard, and followed to its end, at which Manage holds what the books say', async () => {
    const expected = expectedInManage(demo.world, sameDayLastMonth(demo.now), 'payment-record');
    await openPopup();
    await popup.getByText('No sync yet in this browser').waitFor();
    await tabTo(popup, 'Run now');
    await popup.keyboard.press('Enter');
    await popup.getByText('Sync finished.').waitFor();
    await popup.getByText(/^Last successful run: /).waitFor();
    expect(heldInManage(demo.world.manage)).toEqual(expected.held);
    expect(await onIcon()).toEqual({ text: '', title: 'Payment Sync for ConnectWise Manage' });
    expect(await faults(popup)).toEqual([]);
  });

  it('one invoice is looked up by its number and asked about, on no page of Manage', async () => {
    await openPopup();
    await popup.getByLabel('Invoice number').fill(' 12342 ');
    await popup.keyboard.press('Enter');
    const lookUp = popup.getByRole('region', { name: 'Look up an invoice' });
    await lookUp.getByText('Partly paid').waitFor();
    expect(await lookUp.innerText()).toContain('by the sync that began');
    await lookUp.getByRole('button', { name: 'Check now' }).click();
    await lookUp.getByText('Manage shows what the books say.').waitFor();
    expect(await faults(popup)).toEqual([]);
  });

  it('the way to Invoice Search is the tab in which it is open', async () => {
    await openPopup();
    await press('Open Invoice Search');
    await expect.poll(() => demo.page.evaluate(() => document.visibilityState)).toBe('visible');
  });
});

describe('A run that is due by itself', () => {
  it('is switched on in the settings, and begins when the alarm rings', async () => {
    const options = await openOptions(demo.context);
    await options.getByLabel('Run the sync', { exact: true }).selectOption({ label: 'Every 4 hours' });
    await options.getByRole('button', { name: 'Save', exact: true }).click();
    await options.getByText('Saved.', { exact: true }).waitFor();
    expect(await faults(options)).toEqual([]);
    await options.close();
    await openPopup();
    await popup.getByText(/^Next sync by itself: /).waitFor();

    const from = demo.sandbox.requests.length;
    // Brought forward: it would ring in a minute.
    await popup.evaluate(`chrome.alarms.create('schedule', { when: Date.now() })`);
    await expect
      .poll(() =>
        demo.sandbox.requests.slice(from).some(({ path }) => path.toLowerCase().includes('outgoinginvoices')),
      )
      .toBe(true);
    // The next is due four hours later.
    await expect
      .poll(async () => {
        const at = await popup.evaluate<number>(
          `chrome.alarms.get('schedule').then((alarm) => alarm?.scheduledTime ?? 0)`,
        );
        return Math.round((at - Date.now()) / 60_000);
      })
      .toBe(240);
    await openPopup();
    await popup.getByText('Sync finished.').waitFor();
  });

  it('says on the icon and in the popup that nobody is signed in, with the button that leads there', async () => {
    await demo.context.clearCookies();
    await openPopup();
    await popup.getByText(/not signed in to Manage at na\.myconnectwise\.net/).waitFor();
    await expect.poll(onIcon).toMatchObject({
      text: '!',
      title: expect.stringContaining('not signed in to Manage') as string,
    });
    expect(await faults(popup)).toEqual([]);
    await press('Open Manage');
    await expect.poll(() => demo.page.evaluate(() => document.visibilityState)).toBe('visible');

    await demo.openInvoiceSearch();
    await openPopup();
    await popup.getByText(/^Last successful run: /).waitFor();
    await expect.poll(onIcon).toMatchObject({ text: '' });
  });
});
