// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CardPopup } from '@/components/invoice-card/card-popup';
import { placeCard } from '@/components/invoice-card/place-card';
import { aCardPort } from './support/cards';
import { expectAccessible } from './support/expect-accessible';

afterEach(cleanup);

const noPlace = () => null;

async function open() {
  const onClose = vi.fn();
  const port = aCardPort();
  const view = render(
    <CardPopup
      number="12345"
      port={port}
      locale="en-GB"
      lastWords="Reload this page."
      badgeAt={noPlace}
      onClose={onClose}
    />,
  );
  await screen.findByRole('button', { name: 'Check now' });
  return { ...view, onClose, card: screen.getByRole('dialog', { name: 'Invoice 12345' }) };
}

describe('the card of a badge', () => {
  it('is a dialog named by its invoice, and has the focus', async () => {
    const { card, container } = await open();
    expect(document.activeElement).toBe(card);
    await expectAccessible(container);
  });

  it('is closed by Escape and by its button', async () => {
    const { card, onClose } = await open();
    fireEvent.keyDown(card, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('keeps Tab within it, both ways round', async () => {
    const { card } = await open();
    const close = screen.getByRole('button', { name: 'Close' });
    const check = screen.getByRole('button', { name: 'Check now' });
    check.focus();
    fireEvent.keyDown(check, { key: 'Tab' });
    expect(document.activeElement).toBe(close);
    fireEvent.keyDown(close, { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(check);
    card.focus();
    fireEvent.keyDown(card, { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(check);
  });
});

describe('its place', () => {
  const window = { width: 1280, height: 800 };
  const card = { width: 320, height: 400, most: 520 };
  const badge = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 14 });

  it.each([
    ['below the badge', badge(300, 100), false, { left: 300, top: 118, maxHeight: 520 }],
    [
      'above it where there is no room below',
      badge(300, 700),
      false,
      { left: 300, top: 296, maxHeight: 520 },
    ],
    ['beside it where neither has room', badge(300, 395), false, { left: 364, top: 392, maxHeight: 520 }],
    ['before it at the end of the window', badge(1000, 300), false, { left: 676, top: 300, maxHeight: 520 }],
    [
      'ending where it ends, from right to left',
      badge(600, 100),
      true,
      { left: 340, top: 118, maxHeight: 520 },
    ],
    ['to its left, from right to left', badge(600, 300), true, { left: 276, top: 300, maxHeight: 520 }],
    ['within the window at its end', badge(1200, 100), false, { left: 952, top: 118, maxHeight: 520 }],
    ['in the middle without a badge', null, false, { left: 480, top: 200, maxHeight: 520 }],
  ])('is %s', (_, at, rightToLeft, place) => {
    expect(placeCard(at, card, window, rightToLeft)).toEqual(place);
  });

  it.each([
    ['below', 100, { left: 100, top: 118, maxHeight: 274 }],
    ['above', 300, { left: 100, top: 8, maxHeight: 288 }],
  ])('is %s, and made to fit, in a window that has room on no side', (_, top, place) => {
    expect(placeCard(badge(100, top), card, { width: 440, height: 400 }, false)).toEqual(place);
  });

  it('stays on its side while the card grows', () => {
    const sideOf = (top: number, height: number): string => {
      const at = badge(300, top);
      const place = placeCard(at, { ...card, height }, window, false);
      if (place.top >= at.bottom) return 'below';
      return place.top + Math.min(height, place.maxHeight) <= at.top ? 'above' : 'beside';
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 780 }), fc.integer({ min: 1, max: 520 }), (top, height) => {
        expect(sideOf(top, height)).toBe(sideOf(top, 520));
      }),
    );
  });

  const length = (most: number) => fc.integer({ min: 0, max: most });

  it('is within the window, and never over a badge that can be seen, whatever their sizes', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 336, max: 2000 }),
          height: fc.integer({ min: 240, max: 1400 }),
        }),
        fc.record({
          left: fc.double({ min: 0, max: 1, noNaN: true }),
          top: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        length(600),
        fc.boolean(),
        (room, share, height, rightToLeft) => {
          const at = badge(
            Math.round(share.left * (room.width - 60)),
            Math.round(share.top * (room.height - 14)),
          );
          const { left, top, maxHeight } = placeCard(at, { ...card, height }, room, rightToLeft);
          const [right, bottom] = [left + card.width, top + Math.min(height, maxHeight)];
          expect(left).toBeGreaterThanOrEqual(8);
          expect(top).toBeGreaterThanOrEqual(8);
          expect(right).toBeLessThanOrEqual(room.width - 8);
          expect(bottom).toBeLessThanOrEqual(room.height - 8);
          expect(maxHeight).toBeGreaterThan(90);
          const isClear = left >= at.right || right <= at.left || top >= at.bottom || bottom <= at.top;
          expect(isClear).toBe(true);
        },
      ),
    );
  });

  it('is within the window even where the badge is not', () => {
    fc.assert(
      fc.property(length(4000), length(4000), fc.boolean(), (left, top, rightToLeft) => {
        const place = placeCard(badge(left - 2000, top - 2000), card, window, rightToLeft);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + card.width).toBeLessThanOrEqual(window.width - 8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + Math.min(card.height, place.maxHeight)).toBeLessThanOrEqual(window.height - 8);
      }),
    );
  });
});
