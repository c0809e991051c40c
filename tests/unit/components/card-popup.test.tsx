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
  const size = { width: 320, height: 400 };
  const window = { width: 1280, height: 800 };
  const badge = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 14 });

  it.each([
    ['below the badge', badge(300, 100), false, { left: 300, top: 118 }],
    ['above it where there is no room below', badge(300, 700), false, { left: 300, top: 296 }],
    ['as low as it can where neither has room', badge(300, 395), false, { left: 300, top: 392 }],
    ['ending where the badge ends, from right to left', badge(600, 100), true, { left: 340, top: 118 }],
    ['within the window at its end', badge(1200, 100), false, { left: 952, top: 118 }],
    ['in the middle without a badge', null, false, { left: 480, top: 200 }],
  ])('is %s', (_, at, rightToLeft, place) => {
    expect(placeCard(at, size, window, rightToLeft)).toEqual(place);
  });

  it('is within the window wherever the badge is, if the card is no larger', () => {
    const length = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(length, length, length, length, fc.boolean(), (left, top, width, height, rightToLeft) => {
        const card = {
          width: Math.min(width, window.width - 16),
          height: Math.min(height, window.height - 16),
        };
        const place = placeCard(badge(left, top), card, window, rightToLeft);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.left + card.width).toBeLessThanOrEqual(window.width - 8);
        expect(place.top + card.height).toBeLessThanOrEqual(window.height - 8);
      }),
    );
  });
});
