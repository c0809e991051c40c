import { afterAll, beforeAll, expect, it } from 'vitest';
import { creditNow, payNow, unmatch } from '../../sandbox/books/happenings';
import { heldInManage } from '../../sandbox/oracle';
import { rightBadges, untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { localDay } from './support/local-day';
import { openList, pressRunSync, runSync, saidOf, untilEnded } from './support/panel';

let demo: Demo;
let today: string;
beforeAll(async () => {
  demo = await openDemo();
  today = localDay(demo.now);
});
afterAll(() => demo.close());

const recordsOf = (number: string) => heldInManage(demo.world.manage).get(number)?.records;

/** Waits until the badge of an invoice on the page is the one Manage asks for, and answers its words. */
async function badgeOf(number: string): Promise<string> {
  await untilBadgesAreRight(demo.page, demo.world.manage);
  return (await rightBadges(demo.page, demo.world.manage))[number]?.name ?? '';
}

it('In the morning a preview tells what a sync would change, and changes nothing', async () => {
  const before = heldInManage(demo.world.manage);
  const { panel } = demo;
  const preview = await untilEnded(panel, () => panel.getByRole('button', { name: 'Preview' }).click());
  expect(preview.headline).toBe('Preview: nothing was written.');
  expect(heldInManage(demo.world.manage)).toEqual(before);
  expect((await runSync(panel)).counts).toEqual(preview.counts);
});

it('The badge of a paid invoice turns unpaid when the payment is taken back, and paid when it comes again', async () => {
  const { page, panel, world } = demo;
  await page.getByRole('textbox', { name: 'Invoice Number' }).fill('12345');
  await page.getByText('Search', { exact: true }).click();
  expect(await badgeOf('12345')).toMatch(/NOK\s1,250\.00, Date Paid .*, paid in full$/);

  unmatch(world, 12345);
  expect((await runSync(panel, 'Last Successful Run')).counts).toMatchObject({ Updated: 1, Failed: 0 });
  expect(recordsOf('12345')).toEqual([]);
  expect(await badgeOf('12345')).toMatch(/NOK\s0\.00, unpaid$/);

  payNow(world, 12345, 400, today);
  await runSync(panel, 'Last Successful Run');
  expect(recordsOf('12345')).toEqual([{ amount: 400, date: today }]);
  expect(await badgeOf('12345')).toMatch(/NOK\s400\.00, partly paid$/);

  payNow(world, 12345, 850, today);
  await runSync(panel, 'Last Successful Run');
  expect(recordsOf('12345')).toEqual([{ amount: 1250, date: today }]);
  expect(await badgeOf('12345')).toMatch(/NOK\s1,250\.00, Date Paid .*, paid in full$/);
});

it('A credit note is not counted as a payment', async () => {
  creditNow(demo.world, 12384, 420, 12501);
  payNow(demo.world, 12384, 6000, today);
  await runSync(demo.panel, 'Last Successful Run');
  expect(recordsOf('12384')).toEqual([{ amount: 6000, date: today }]);
});

it('A record somebody else made is changed only once the user takes it over', async () => {
  const { panel, world } = demo;
  await runSync(panel);
  const before = recordsOf('12382');
  expect(await saidOf(panel, 'Skipped', '12382')).toMatch(
    /Somebody else .* entered a payment of NOK\s2,937\.50/,
  );
  const item = (await openList(panel, 'Skipped'))
    .getByRole('listitem')
    .filter({ has: demo.page.getByText('12382', { exact: true }) });
  await item.getByRole('button', { name: 'Take over', exact: true }).click();
  expect(recordsOf('12382')).toEqual(before);
  const { counts } = await untilEnded(panel, () =>
    item.getByRole('button', { name: 'Take over and sync this invoice' }).click(),
  );
  expect(counts).toMatchObject({ Updated: 1, Skipped: 0, Failed: 0 });
  const paidOn = world.story.events.find(
    (event) => event.what === 'payment-received' && event.closes.some(({ of }) => of === '12382'),
  );
  expect(recordsOf('12382')).toEqual([
    { amount: 2937.5, date: paidOn !== undefined && 'postedOn' in paidOn ? paidOn.postedOn : '' },
  ]);
});

it('A start date that has not come yet is refused in place', async () => {
  const { panel, sandbox } = demo;
  const tomorrow = localDay(demo.now + 86_400_000);
  const asked = sandbox.requests.length;
  await pressRunSync(panel, tomorrow);
  await panel.getByText('This day has not come yet. Choose today or an earlier day.').waitFor();
  expect(sandbox.requests.slice(asked).filter(({ host }) => host.startsWith('goapi'))).toEqual([]);
  expect((await runSync(panel, today)).headline).toBe('Sync finished.');
});
