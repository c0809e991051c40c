import { afterEach, describe, expect, it } from 'vitest';
import { heldInOrders } from '../../sandbox/books/build-orders';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { expectedOfOrders } from '../../sandbox/oracle-of-orders';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { runSync } from './support/panel';

let demo: Demo;
afterEach(() => demo.close());

describe.each(['business-central', 'dynamics-nav'] as const)('With %s', (system) => {
  it('invoices and orders show after a run what the books say, and after a second one the same', async () => {
    demo = await openDemo({ system, bills: true });
    const { page, panel, world, sandbox } = demo;
    const since = sameDayLastMonth(demo.now);
    const invoices = expectedInManage(world, since, 'payment-record', { system });
    const orders = expectedOfOrders(world, since, { system });
    const { headline, counts } = await runSync(panel);
    expect(headline).toBe('Sync finished.');
    expect(heldInManage(world.manage)).toEqual(invoices.held);
    expect(heldInOrders(world.manage)).toEqual(orders.held);
    expect(orders.outcomes.updated.length).toBeGreaterThan(15);
    expect(counts).toMatchObject({ Updated: invoices.outcomes.updated.length, Failed: 0 });
    await untilBadgesAreRight(page, world.manage);
    const writes = () =>
      sandbox.requests.filter(({ method, host }) => method !== 'GET' && host.includes('myconnectwise'))
        .length;
    const before = writes();
    expect((await runSync(panel)).counts).toMatchObject({ Updated: 0, Failed: 0 });
    expect(writes()).toBe(before);
  });
});
