import { expect, it } from 'vitest';
import type { Driven } from './driven';
import { isPanelOpen, shownIn } from './own-controls';
import { badgeOf, PARTLY, showBadges, untilCardIsOpen } from './opens-cards';

/** What the extension puts on the page, before and after the first run of a browser; the run is made on the way. */
export function isAccessibleOnThePage(driven: () => Driven, runSync: () => Promise<void>): void {
  it('badges are accessible', async () => {
    await showBadges(driven());
    expect(await driven().faults('payment-sync-badge')).toEqual([]);
  });

  it('the panel is accessible before and after a run, with its lists open', async () => {
    expect(await isPanelOpen(driven().page)).toBe(true);
    expect(await driven().faults('payment-sync-panel')).toEqual([]);
    await runSync();
    for (const list of [/^Updated/, /^Skipped/]) await driven().press(list);
    expect(await driven().faults('payment-sync-panel')).toEqual([]);
  });

  it('card, badges and the bar over the grid are accessible', async () => {
    const { page } = driven();
    await driven().press('Payment sync');
    await showBadges(driven());
    expect(await driven().faults('payment-sync-overview')).toEqual([]);
    await driven().press(badgeOf(PARTLY));
    await untilCardIsOpen(driven(), PARTLY);
    await driven().press('Check now');
    await expect.poll(() => shownIn(page, 'payment-sync-card')).toContain('Manage shows what the books say.');
    expect(await driven().faults('payment-sync-card')).toEqual([]);
    expect(await driven().faults('payment-sync-badge')).toEqual([]);
  });
}
