import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { openDemo, type Demo } from './support/demo';
import { chooseStartDate } from './support/panel';

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

/** Ends the extension's worker as the browser does to one that has been idle, through its debugging protocol. */
async function endWorker(): Promise<void> {
  const session = await demo.context.newCDPSession(demo.page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

it('A run whose worker the browser ends three times comes to its end by itself, with each write once', async () => {
  const expected = expectedInManage(demo.world, sameDayLastMonth(demo.now), 'payment-record');
  const endAfter = [5, 25, 50];
  let writes = 0;
  const ended: Promise<void>[] = [];
  demo.answerInstead(({ method, url }) => {
    if (method === 'POST' && url.endsWith('/payments')) {
      writes += 1;
      if (endAfter.includes(writes)) ended.push(endWorker());
    }
    return undefined;
  });
  await chooseStartDate(demo.panel, 'Past Month');
  await demo.panel.getByRole('button', { name: 'Run Sync' }).click();
  await demo.panel.locator('.headline', { hasText: 'Sync finished.' }).waitFor({ timeout: 90_000 });
  await Promise.all(ended);

  expect(ended).toHaveLength(endAfter.length);
  expect(heldInManage(demo.world.manage)).toEqual(expected.held);
  const accepted = demo.sandbox.requests.filter(
    ({ method, path, status }) => method === 'POST' && path.endsWith('/payments') && status === 201,
  );
  const creations = accepted.map(({ path }) => path);
  expect(new Set(creations).size).toBe(creations.length);
  const text = await demo.panel.innerText();
  expect(text).toContain(`Updated\n${expected.outcomes.updated.length}`);
}, 120_000);
