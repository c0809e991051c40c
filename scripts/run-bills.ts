import type { Page } from 'playwright-core';
import { heldInOrders, type OrderHeld } from '../sandbox/books/build-orders';
import { expectedOfOrders } from '../sandbox/oracle-of-orders';
import type { LivingWorld } from '../sandbox/world';
import { sameDayLastMonth } from './same-day-last-month';
import type { DemoSystemId } from './systems';

/** Runs vendors' bills, prints what purchase orders held before and hold after, and tells whether every value is right. */
export async function runBills(
  page: Page,
  world: LivingWorld,
  now: number,
  system: DemoSystemId,
): Promise<boolean> {
  const before = heldInOrders(world.manage);
  const expected = expectedOfOrders(world, sameDayLastMonth(now), { system });
  const panel = page.getByRole('region', { name: 'Payment sync' });
  await panel.getByLabel('What to sync').selectOption({ label: 'Vendor bills' });
  await panel.getByRole('button', { name: 'Run Sync' }).click();
  await panel.getByText('Sync finished.').first().waitFor({ timeout: 120_000 });
  const after = heldInOrders(world.manage);
  const rows = [...after].map(([number, held]) => ({
    Order: number,
    Before: shownOf(before.get(number)),
    After: shownOf(held),
    right: JSON.stringify(expected.held.get(number)) === JSON.stringify(held),
  }));
  const changed = rows.filter((row) => row.Before !== row.After);
  console.table(changed.map(({ right, ...row }) => ({ ...row, '': right ? 'as the books say' : 'WRONG' })));
  const wrong = rows.filter(({ right }) => !right);
  for (const { Order } of wrong)
    console.log(`Order ${Order} should hold ${shownOf(expected.held.get(Order))}`);
  for (const [outcome, numbers] of Object.entries(expected.outcomes))
    console.log(`${outcome}: ${numbers.length}`);
  console.log(
    wrong.length === 0
      ? `Purchase orders hold what the books say: ${changed.length} changed, ${rows.length} looked at.`
      : `WRONG: ${wrong.length} of ${rows.length} purchase orders do not hold what the books say.`,
  );
  return wrong.length === 0 && changed.length > 0;
}

function shownOf(held: OrderHeld | undefined): string {
  if (held === undefined || held.paidAmount === null) return '–';
  return `${held.paidAmount.toFixed(2)}${held.datePaid === null ? '' : ` on ${held.datePaid}`}`;
}
