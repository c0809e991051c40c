import { expect, it } from 'vitest';
import { payNow } from '../../../sandbox/books/happenings';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { sameDayLastMonth } from '../../../scripts/same-day-last-month';
import { untilBadgesAreRight } from '../support/badges';
import { localDay } from '../support/local-day';
import type { ScriptedPage } from '../support/scripted-page';
import type { Driven } from './driven';
import { holdAll, holdPayments } from './hold';
import { progressIn, resultIn, untilAllTell, untilRunEnds } from './in-the-panel';
import { showBadges } from './opens-cards';
import { ownButtons } from './own-controls';

const SOON = { interval: 50 };

/** Open in the books and in Manage, not paid in any part, and thrice as many as are written at once. */
const OPEN = ['12189', '12196', '12212', '12239', '12242', '12250', '12268', '12292', '12301'];

/** The same, for an update. */
const ALSO_OPEN = ['12358', '12384', '12385'];

/** For which invoices Manage was asked to make a payment record, as often as it was. */
const paymentsAskedFor = ({ sandbox }: Driven, from = 0): readonly string[] =>
  sandbox.requests
    .slice(from)
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/payments'))
    .map(({ path }) => path);

const expectEachOnce = (all: readonly string[]): void => expect(all).toEqual([...new Set(all)]);

/** The first run of a browser. */
export function goesOnThroughAReload(driven: () => Driven): void {
  it('A run goes on through a reload in its middle, and two tabs show it alike to its end', async () => {
    const { world, now } = driven();
    const expected = expectedInManage(world, sameDayLastMonth(now), 'payment-record');
    const letGo = holdPayments(driven(), 5);
    await driven().choose('Start Date', 'Past Month');
    await driven().press('Run Sync');
    await untilAllTell([driven()], progressIn, /\d/);
    await driven().openInvoiceSearch();
    const other = await driven().openAnotherTab();
    const tabs = [driven(), other];
    await untilAllTell(tabs, progressIn, /\d/);
    letGo();
    for (const tab of tabs) await untilRunEnds(tab);
    await untilAllTell(tabs, resultIn, new RegExp(`^Updated\\s*${expected.outcomes.updated.length}\\D`));
    expect(heldInManage(world.manage)).toEqual(expected.held);
    expectEachOnce(paymentsAskedFor(driven()));
    driven().answerInstead(null);
    await other.close();
  });
}

/** Two tabs of a browser in which a sync has run. */
export function stopsInEveryTab(driven: () => Driven): void {
  it('Stop in one tab stops the run for both, and Run Sync pressed in both makes one run', async () => {
    const { world, now, sandbox } = driven();
    const today = localDay(now);
    for (const number of OPEN) payNow(world, Number(number), 10, today);
    const from = sandbox.requests.length;
    let letGo = holdPayments(driven(), 0);
    await driven().openInvoiceSearch();
    const other = await driven().openAnotherTab();
    const tabs = [driven(), other];
    await other.choose('Start Date', 'Last Successful Run');
    await other.press('Run Sync');
    await untilAllTell(tabs, progressIn, /\d/);
    await driven().press('Stop');
    letGo();
    for (const tab of tabs) await untilRunEnds(tab, /^Sync stopped\./);
    await untilAllTell(tabs, resultIn, /^Updated\s*\d/);
    expect(paymentsAskedFor(driven(), from).length).toBeLessThan(OPEN.length);

    for (const tab of tabs) await tab.choose('Start Date', 'Last Successful Run');
    // Neither knows of the other's run before it is under way.
    letGo = holdAll(driven());
    for (const tab of tabs) await tab.press('Run Sync');
    letGo();
    for (const tab of tabs) await untilRunEnds(tab);
    await untilAllTell(tabs, resultIn, /^Updated\s*[1-9]/);
    expectEachOnce(paymentsAskedFor(driven(), from));
    const held = heldInManage(world.manage);
    for (const number of OPEN) expect(held.get(number)?.records).toEqual([{ amount: 10, date: today }]);
    driven().answerInstead(null);
    await other.close();
  });
}

/**
 * An update of the extension in the middle of a run, while its page is open.
 * @param untilItHeals waits for what is to be seen then, and does what somebody has to do about it
 */
export function survivesAnUpdate(driven: () => Driven, untilItHeals: () => Promise<void>): void {
  it('An update in the middle of a run leaves no dead button, and the run comes to its end', async () => {
    const { page, world, now } = driven();
    const today = localDay(now);
    for (const number of ALSO_OPEN) payNow(world, Number(number), 20, today);
    const letGo = holdPayments(driven(), 1);
    await showBadges(driven());
    await driven().choose('Start Date', 'Last Successful Run');
    await driven().press('Run Sync');
    await untilAllTell([driven()], progressIn, /\d/);
    await markOwnElements(page);
    await driven().updateExtension();
    await expect.poll(() => buttonsInMarked(page), SOON).toEqual([]);
    await untilItHeals();
    letGo();
    await untilRunEnds(driven());
    const held = heldInManage(world.manage);
    for (const number of ALSO_OPEN) expect(held.get(number)?.records).toEqual([{ amount: 20, date: today }]);
    expect((await ownButtons(page)).filter((name) => name === 'Run Sync')).toHaveLength(1);
    await untilBadgesAreRight(page, world.manage);
    driven().answerInstead(null);
  });
}

/** Marks what the extension has put on the page so far. */
function markOwnElements(page: ScriptedPage): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('*'))
      if (element.localName.startsWith('payment-sync')) element.setAttribute('data-marked', '');
  });
}

/** Names of the buttons, badges among them, in what was marked and is still there. */
function buttonsInMarked(page: ScriptedPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-marked]')].flatMap(({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('button') ?? [])].map(
        ({ ariaLabel, textContent }) => ariaLabel ?? textContent,
      ),
    ),
  );
}
