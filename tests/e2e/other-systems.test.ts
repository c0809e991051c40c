import { afterEach, describe, expect, it } from 'vitest';
import { expectedInManage, heldInManage } from '../../sandbox/oracle';
import { sameDayLastMonth } from '../../scripts/same-day-last-month';
import { untilBadgesAreRight } from './support/badges';
import { openDemo, type Demo } from './support/demo';
import { runSync } from './support/panel';

let demo: Demo;
afterEach(() => demo.close());

describe.each(['business-central', 'dynamics-nav'] as const)('With %s', (system) => {
  it('Manage holds after a run what the books say, and after a second one the same', async () => {
    demo = await openDemo({ system });
    const { page, panel, world } = demo;
    const expected = expectedInManage(world, sameDayLastMonth(demo.now), 'payment-record', { system });
    const { headline, counts } = await runSync(panel);
    expect(headline).toBe('Sync finished.');
    expect(heldInManage(world.manage)).toEqual(expected.held);
    expect(counts).toMatchObject({ Updated: expected.outcomes.updated.length, Failed: 0 });
    await untilBadgesAreRight(page, world.manage);
    expect((await runSync(panel)).counts).toMatchObject({ Updated: 0, Failed: 0 });
    expect(heldInManage(world.manage)).toEqual(expected.held);
  });
});
