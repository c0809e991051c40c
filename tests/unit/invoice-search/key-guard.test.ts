// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeyGuard, KEY_EVENTS, type KeyGuard } from '@/utils/invoice-search/key-guard';

let ending: AbortController;
let guard: KeyGuard;
const hotkey = vi.fn();
beforeEach(() => {
  ending = new AbortController();
  hotkey.mockReset();
  document.body.replaceChildren();
  guard = createKeyGuard(window, ending.signal);
  for (const kind of KEY_EVENTS)
    window.addEventListener(kind, hotkey, { capture: true, signal: ending.signal });
});
afterEach(() => ending.abort());

/** A field within a shadow root. */
function fieldIn(tag: string): HTMLInputElement {
  const host = document.createElement(tag);
  const field = document.createElement('input');
  host.attachShadow({ mode: 'open' }).append(field);
  document.body.append(host);
  return field;
}
function press(target: Element, key = 'n', kind: string = 'keydown'): KeyboardEvent {
  const event = new KeyboardEvent(kind, { key, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

describe('hotkeys that the page hears before anybody else', () => {
  it.each(KEY_EVENTS)('hear no %s in our elements, while these hear it once', (kind) => {
    const field = fieldIn('payment-sync-panel');
    const heard = vi.fn();
    field.addEventListener(kind, heard);
    const event = press(field, 'n', kind);
    expect(hotkey).not.toHaveBeenCalled();
    expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ key: 'n', type: kind }));
    expect(event.defaultPrevented).toBe(false);
  });

  it('do not stop what one of ours prevents from being prevented', () => {
    const field = fieldIn('payment-sync-card');
    field.addEventListener('keydown', (event) => event.preventDefault());
    expect(press(field, 'Escape').defaultPrevented).toBe(true);
  });

  it('hear everything else as ever', () => {
    press(fieldIn('some-grid'));
    press(document.body);
    expect(hotkey).toHaveBeenCalledTimes(2);
  });

  it('hear on a badge all but the keys that press it', () => {
    const badge = fieldIn('payment-sync-badge');
    for (const key of ['Enter', ' ', 'ArrowDown', 'n']) press(badge, key);
    expect(hotkey.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(['ArrowDown', 'n']);
  });

  it('hear nothing while all keys are claimed, until that ends', () => {
    const claim = new AbortController();
    const hear = vi.fn();
    guard.claim(hear, claim.signal);
    press(document.body, 'ArrowDown');
    expect(hear).toHaveBeenCalledOnce();
    expect(hotkey).not.toHaveBeenCalled();
    claim.abort();
    press(document.body, 'ArrowDown');
    expect(hear).toHaveBeenCalledOnce();
    expect(hotkey).toHaveBeenCalledOnce();
  });

  it('hear everything again once the extension is gone', () => {
    const field = fieldIn('payment-sync-panel');
    const again = vi.fn();
    window.addEventListener('keydown', again, true);
    ending.abort();
    press(field);
    window.removeEventListener('keydown', again, true);
    expect(again).toHaveBeenCalledOnce();
  });
});
