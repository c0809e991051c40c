import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expectedInManage, heldInManage, type Held } from '../sandbox/oracle';
import type { LivingWorld } from '../sandbox/world';
import { sameDayLastMonth } from './same-day-last-month';
import type { DemoSystemId } from './systems';

const SCREENSHOT = '.artifacts/invoice-search.png';

/** Presses Run Sync, prints what Manage held before and holds after, and tells whether every value is right. */
export async function runHeadless(
  page: Page,
  world: LivingWorld,
  now: number,
  system: DemoSystemId,
): Promise<boolean> {
  const before = heldInManage(world.manage);
  const expected = expectedInManage(world, sameDayLastMonth(now), 'payment-record', { system });
  const panel = page.getByRole('region', { name: 'Payment sync' });
  await panel.getByRole('button', { name: 'Run Sync' }).click();
  await panel.getByText('Sync finished.').first().waitFor({ timeout: 120_000 });
  const after = heldInManage(world.manage);

  const rows = [...after].map(([number, held]) => {
    const wanted = expected.held.get(number);
    const right = wanted !== undefined && JSON.stringify(wanted) === JSON.stringify(held);
    return { Invoice: number, Before: paymentOf(before.get(number)), After: paymentOf(held), right };
  });
  const changed = rows.filter((row) => row.Before !== row.After);
  console.table(changed.map(({ right, ...row }) => ({ ...row, '': right ? 'as the books say' : 'WRONG' })));
  const wrong = rows.filter(({ right }) => !right);
  for (const { Invoice } of wrong) {
    console.log(`Invoice ${Invoice} should hold ${paymentOf(expected.held.get(Invoice))}`);
  }
  for (const [outcome, numbers] of Object.entries(expected.outcomes))
    console.log(`${outcome}: ${numbers.length}`);

  mkdirSync('.artifacts', { recursive: true });
  await page.screenshot({ path: SCREENSHOT });
  console.log(`The badge on the page: ${await badgeOf(page, '12345')}`);
  console.log(`Screenshot: ${SCREENSHOT}`);
  console.log(
    wrong.length === 0
      ? `Manage holds what the books say: ${changed.length} invoices changed, ${rows.length} looked at.`
      : `WRONG: ${wrong.length} of ${rows.length} invoices do not hold what the books say.`,
  );
  return wrong.length === 0 && changed.length > 0;
}

/** What the badge of an invoice says once it is on the page, date and all where the invoice is paid. */
async function badgeOf(page: Page, number: string): Promise<string> {
  const filter = page.getByRole('textbox', { name: 'Invoice Number' });
  await filter.fill(number);
  await filter.press('Enter');
  const badge = page.getByRole('button', {
    name: new RegExp(`^Invoice ${number}: .*(unpaid|partly|Date Paid)`),
  });
  await badge.waitFor({ state: 'attached' });
  return (await badge.getAttribute('aria-label')) ?? '';
}

function paymentOf(held: Held | undefined): string {
  const [record] = held?.records ?? [];
  return record === undefined ? '–' : `${record.amount.toFixed(2)} on ${record.date}`;
}
