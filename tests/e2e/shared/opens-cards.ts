import { describe, expect, it } from 'vitest';
import { payNow } from '../../../sandbox/books/happenings';
import { heldInManage } from '../../../sandbox/oracle';
import { untilBadgesAreRight } from '../support/badges';
import { hostNoticed, ownLayout } from '../support/host-page';
import { clickOn } from './click-on';
import type { Driven } from './driven';
import { focused, ownButtons, shownIn } from './own-controls';

/** Partly paid: 1,000 of 2,650 kroner. */
export const PARTLY = '12342';

const SOON = { interval: 50 };
const UNHARMED = { errors: [], keys: [], rowClicks: 0 };

/** Shows Invoice Search, as the query of its address has it, with every badge on it. */
export async function showBadges(driven: Driven, query = ''): Promise<void> {
  await driven.openInvoiceSearch(query);
  await untilBadgesAreRight(driven.page, driven.world.manage);
}

/** Waits until the card of an invoice can be used. */
export async function untilCardIsOpen({ page }: Driven, number: string): Promise<void> {
  await expect
    .poll(() => shownIn(page, 'payment-sync-card'), SOON)
    .toMatch(new RegExp(`^Invoice ${number}$`, 'm'));
  await expect.poll(() => ownButtons(page), SOON).toContain('Check now');
}

/** The name of an invoice's badge, whatever it tells. */
export const badgeOf = (number: string): RegExp => new RegExp(`^Invoice ${number}: `);

/** Whether any of an invoice's badge lies under the card. */
function coversBadge({ page }: Driven, number: string): Promise<boolean> {
  return page.evaluate((start) => {
    const card = document
      .querySelector('payment-sync-card')
      ?.shadowRoot?.querySelector('[role=dialog]')
      ?.getBoundingClientRect();
    const badge = [...document.querySelectorAll('payment-sync-badge')]
      .map(({ shadowRoot }) => shadowRoot?.querySelector('button'))
      .find((button) => button?.ariaLabel?.startsWith(start))
      ?.getBoundingClientRect();
    if (card === undefined || badge === undefined) throw new Error('Card and badge are not both on show');
    return (
      card.left < badge.right && card.right > badge.left && card.top < badge.bottom && card.bottom > badge.top
    );
  }, `Invoice ${number}: `);
}

/** The card behind a badge, on a Manage to which a sync has written and whose panel is folded. */
export function opensCards(driven: () => Driven): void {
  const inCard = () => shownIn(driven().page, 'payment-sync-card');
  const cardSays = (words: string) => expect.poll(inCard, SOON).toContain(words);
  const cardIsGone = () => expect.poll(inCard, SOON).toBe('');
  const focusIsOn = async () => focused(driven().page);
  const open = async (number: string): Promise<void> => {
    await driven().press(badgeOf(number));
    await untilCardIsOpen(driven(), number);
  };
  /** What the page noticed apart from what its own loading did. */
  const noticed = async () => {
    const { errors, keys, rowClicks } = await hostNoticed(driven().page);
    return { errors, keys, rowClicks };
  };

  describe('The card of an invoice', () => {
    it('opens with a click that the row does not hear, moves nothing, and gives the focus back on Escape', async () => {
      const { page } = driven();
      await showBadges(driven());
      const before = await ownLayout(page);
      await open(PARTLY);
      expect(await focusIsOn()).toBe(`Invoice ${PARTLY}`);
      expect(await inCard()).toMatch(/NOK\s2,650\.00[^]*NOK\s1,000\.00[^]*NOK\s1,650\.00/);
      expect(await inCard()).toContain('by the sync that began');
      expect(await ownLayout(page)).toEqual(before);
      await driven().key('Escape');
      await cardIsGone();
      expect(await focusIsOn()).toMatch(badgeOf(PARTLY));
      expect(await noticed()).toEqual(UNHARMED);
    });

    it.each(['Enter', ' '])('opens with “%s”, and the page hears no key of it', async (key) => {
      // Heard before anything in the page or of ours hears it.
      await showBadges(driven(), 'hotkeys=first');
      await driven().focus(badgeOf(PARTLY));
      await driven().key(key);
      await untilCardIsOpen(driven(), PARTLY);
      await driven().key('n');
      await driven().key('PageDown');
      for (let presses = 0; (await focusIsOn()) !== 'Close'; presses += 1) {
        if (presses > 20) throw new Error('Tab does not lead to “Close”');
        await driven().key('Tab');
      }
      await driven().key(key);
      await cardIsGone();
      expect(await focusIsOn()).toMatch(badgeOf(PARTLY));
      expect(await noticed()).toEqual(UNHARMED);
    });

    it('closes when its badge is pressed again, another is opened, or the page is pressed', async () => {
      await showBadges(driven());
      await open(PARTLY);
      expect(await coversBadge(driven(), PARTLY)).toBe(false);
      // In the topmost row, where a card goes below its badge and covers those of other rows.
      await open('12386');
      expect(await inCard()).not.toContain(`Invoice ${PARTLY}`);
      expect(await coversBadge(driven(), '12386')).toBe(false);
      await driven().press(badgeOf('12386'));
      await cardIsGone();
      await open(PARTLY);
      await driven().press(badgeOf(PARTLY));
      await cardIsGone();
      await open(PARTLY);
      await clickOn(driven(), { css: '*', text: 'Finance', place: -1 });
      await cardIsGone();
      expect((await noticed()).rowClicks).toBe(0);
    });
  });

  describe('Check now', () => {
    it('finds nothing to do, then what was paid since, and writes just that once told to', async () => {
      const { page, world } = driven();
      await showBadges(driven());
      await open(PARTLY);
      await driven().press('Check now');
      await cardSays('Manage shows what the books say.');

      payNow(world, Number(PARTLY), 1_650, '2026-11-20');
      const before = heldInManage(world.manage);
      await driven().press('Check now');
      await expect.poll(() => ownButtons(page), SOON).toContain('Write to Manage');
      expect(await inCard()).toMatch(/NOK\s1,000\.00\s→\sNOK\s2,650\.00/);
      expect(heldInManage(world.manage)).toEqual(before);

      await driven().focus('Write to Manage');
      await driven().key('Enter');
      await cardSays('Written. Manage shows what the books say.');
      expect(await inCard()).toContain('Paid in full');
      await expect.poll(focusIsOn, SOON).toBe('Check now');
      const after = heldInManage(world.manage);
      const changed = [...after].filter(
        ([number, held]) => JSON.stringify(held) !== JSON.stringify(before.get(number)),
      );
      expect(changed.map(([number]) => number)).toEqual([PARTLY]);
      expect(after.get(PARTLY)?.records).toMatchObject([{ amount: 2650 }]);
      // The badge follows, and the run is one like any other.
      await untilBadgesAreRight(page, world.manage);
      await driven().key('Escape');
      await cardIsGone();
      expect(await focusIsOn()).toMatch(badgeOf(PARTLY));
      await driven().press('Payment sync');
      await expect.poll(() => ownButtons(page), SOON).toContain('Undo this run');
      await driven().press('Payment sync');
      expect(await noticed()).toEqual(UNHARMED);
    });
  });
}
