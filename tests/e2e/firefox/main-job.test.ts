import { afterAll, beforeAll, expect, it } from 'vitest';
import { SESSION_MEMBER } from '../../../sandbox/manage/api';
import { payNow } from '../../../sandbox/books/happenings';
import { expectedInManage, heldInManage } from '../../../sandbox/oracle';
import { sameDayLastMonth } from '../../../scripts/same-day-last-month';
import { localDay } from '../support/local-day';
import { untilBadgesAreRight } from '../support/badges';
import { manageRequestsSince } from '../support/requests';
import { isNewPayment } from '../shared/hold';
import { goesOnThroughAReload, stopsInEveryTab, survivesAnUpdate } from '../shared/goes-on';
import { drivenFirefox } from './support/driven-firefox';
import { choose, find, press } from './support/find';
import { connectInFirefox, openFirefoxDemo, type FirefoxDemo } from './support/firefox-demo';
import { runSyncInFirefox } from './support/run-sync';

let demo: FirefoxDemo;
beforeAll(async () => {
  demo = await openFirefoxDemo();
});
afterAll(() => demo.close());

const driven = () => drivenFirefox(demo);

it('With API keys and payment records, Invoice Search gets its panel', async () => {
  await connectInFirefox(demo, { signIn: 'API keys', strategy: 'Payment record' });
  await demo.openInvoiceSearch();
});

goesOnThroughAReload(driven);

it('Then every badge is right', () => untilBadgesAreRight(demo.page, demo.world.manage));

it('A second run, from the last successful one, writes nothing', async () => {
  const from = demo.sandbox.requests.length;
  await choose(demo.page, 'Start Date', 'Last Successful Run');
  expect(await runSyncInFirefox(demo.page)).toBe('Sync finished.');
  expect(manageRequestsSince(demo.sandbox.requests, from).writes).toEqual([]);
});

it('A preview writes nothing, and an earlier run is opened from the history and taken back', async () => {
  const { page, world } = demo;
  const before = heldInManage(world.manage);
  await choose(page, 'Start Date', 'Past Month');
  expect(await runSyncInFirefox(page, 'Preview')).toBe('Preview: nothing was written.');
  expect(heldInManage(world.manage)).toEqual(before);
  await press(page, 'Earlier runs');
  await press(page, /^Sync of .*Updated/);
  await press(page, 'Undo this run');
  expect(await runSyncInFirefox(page, 'Undo now')).toBe('Undo finished.');
  expect(heldInManage(world.manage).get('12345')?.records).toEqual([]);
});

it('What Manage refused is tried again with one press, and what became of it is saved as a table', async () => {
  const { page, world, now } = demo;
  const today = localDay(now);
  payNow(world, 12_343, 10, today);
  demo.answerInstead((request) =>
    isNewPayment(request) ? Response.json({ message: 'Deadlock' }, { status: 500 }) : undefined,
  );
  await demo.openInvoiceSearch();
  await choose(page, 'Start Date', 'Last Successful Run');
  await runSyncInFirefox(page);
  demo.answerInstead(null);
  expect(await runSyncInFirefox(page, /^Retry failed/)).toBe('Sync finished.');
  expect(heldInManage(world.manage).get('12343')?.records).toEqual([{ amount: 10, date: today }]);
  await press(page, 'Export CSV');
  await expect.poll(() => demo.saved().join()).toContain('\r\n12343,Updated,');
});

stopsInEveryTab(driven);

// The browser puts the new copy of its script into the page that is open.
survivesAnUpdate(driven, async () => {
  await find(demo.page, 'Run Sync');
});

it('In the user’s own session, with custom fields, changes appear under the user’s name', async () => {
  demo.startOver();
  await connectInFirefox(demo, { signIn: 'My signed-in Manage session', strategy: 'Custom fields' });
  await demo.openInvoiceSearch();
  const expected = expectedInManage(demo.world, sameDayLastMonth(demo.now), 'custom-fields');
  await choose(demo.page, 'Start Date', 'Past Month');
  expect(await runSyncInFirefox(demo.page)).toBe('Sync finished.');
  expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  const changed = demo.world.manage.invoices.find(({ invoiceNumber }) => invoiceNumber === '12345');
  expect(changed?.updatedBy).toBe(SESSION_MEMBER);
});
