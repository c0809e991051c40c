import { describe, expect, it } from 'vitest';
import { UNREADABLE } from '../support/page-variants';
import { badgesOn, untilAuditFinds } from './audited';
import { clickOn } from './click-on';
import type { Driven } from './driven';
import { focused, isPanelOpen, ownButtons, shownIn } from './own-controls';

const SOON = { interval: 50 };

/** Where a page cannot be read, somebody shows where invoice numbers are. */
export function learnsByBeingShown(driven: () => Driven): void {
  const inGuide = () => shownIn(driven().page, 'payment-sync-guide');
  const guideSays = (words: string) => expect.poll(inGuide, SOON).toContain(words);
  const guideIsGone = () => expect.poll(inGuide, SOON).toBe('');
  const offers = () => ownButtons(driven().page);
  const offersToBeShown = () => expect.poll(offers, SOON).toContain('Show me');
  /** It learns a moment after it was drawn whether it was folded before. */
  const expand = async (): Promise<void> => {
    const isOpen = async (): Promise<boolean> => {
      if (!(await isPanelOpen(driven().page))) await driven().press('Payment sync');
      return isPanelOpen(driven().page);
    };
    await expect.poll(isOpen, SOON).toBe(true);
  };
  const forget = async (): Promise<void> => {
    await expand();
    await driven().press('How this page is read');
    await driven().press('Forget what was shown');
    await offersToBeShown();
    expect(await badgesOn(driven())).toBe(0);
  };

  describe('Where a page cannot be read', () => {
    it('one click on an invoice number teaches it, for good, wherever the column moves', async () => {
      await driven().openInvoiceSearch(UNREADABLE);
      await offersToBeShown();
      await expand();
      await driven().press('Show me');
      await clickOn(driven(), { css: '.invoice-grid *', text: 'Standard' });
      await guideSays('Manage knows no invoice “Standard”');
      await driven().key('n');
      await clickOn(driven(), { css: 'a.multilineClickable', place: 3 });
      await guideSays('knows now where');
      await driven().press('Close');
      await untilAuditFinds(driven());
      await driven().openInvoiceSearch(`${UNREADABLE}&columns=amount,reference,number,date&refill=text`);
      await untilAuditFinds(driven());
      expect(await offers()).not.toContain('Show me');
      await forget();
      await driven().openInvoiceSearch(UNREADABLE);
      await offersToBeShown();
    });

    it('the keyboard alone does too, even in a frame, and Esc ends it', async () => {
      await driven().openInvoiceSearch(`${UNREADABLE}&frame=1`);
      await offersToBeShown();
      await expand();
      await driven().focus('Show me');
      await driven().key('Enter');
      await guideSays('Esc');
      await driven().key('Escape');
      await guideIsGone();
      expect(await focused(driven().page)).toBe('Show me');
      await driven().key('Enter');
      await guideSays('Esc');
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowDown', 'Enter'])
        await driven().key(key);
      await guideSays('knows now where');
      await untilAuditFinds(driven());
      await forget();
    });
  });
}
