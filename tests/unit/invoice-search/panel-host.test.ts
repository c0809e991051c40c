// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPanelHost, PANEL_TAG } from '@/components/panel-host';

const unmount = vi.fn();
const mount = vi.fn((container: HTMLElement) => {
  container.append(document.createElement('button'));
  return unmount;
});
const found = (): NodeListOf<Element> => document.querySelectorAll(PANEL_TAG);
let panel = createPanelHost(document, mount);

beforeEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
  panel = createPanelHost(document, mount);
});

describe('the panel', () => {
  test('is shown once, out of reach of the page’s own', () => {
    panel.show();
    panel.show();
    expect(found()).toHaveLength(1);
    expect(mount).toHaveBeenCalledOnce();
    expect(document.querySelector('button')).toBeNull();
  });

  test('reads in the language and the direction of its words, whatever the page does', () => {
    Object.assign(document.documentElement, { lang: 'he', dir: 'rtl' });
    panel.show();
    const container = found()[0]?.shadowRoot?.querySelector('div');
    expect([container?.lang, container?.dir]).toEqual(['en', 'ltr']);
    for (const name of ['lang', 'dir']) document.documentElement.removeAttribute(name);
  });

  test('takes no press of a button from a script of the page', () => {
    const pressed = vi.fn();
    panel.show();
    const button = found()[0]?.shadowRoot?.querySelector('button');
    button?.addEventListener('click', pressed);
    button?.click();
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(pressed).not.toHaveBeenCalled();
    const person = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(person, 'isTrusted', { value: true });
    button?.dispatchEvent(person);
    expect(pressed).toHaveBeenCalledOnce();
  });

  test('comes back as it was when the page removes it', () => {
    panel.show();
    const [before] = found();
    document.body.replaceChildren();
    panel.show();
    expect(found()[0]).toBe(before);
    expect(mount).toHaveBeenCalledOnce();
  });

  test('is unmounted and gone when it is hidden, and mounted anew afterwards', () => {
    panel.show();
    panel.hide();
    expect(found()).toHaveLength(0);
    expect(unmount).toHaveBeenCalledOnce();
    panel.show();
    expect(mount).toHaveBeenCalledTimes(2);
  });

  test('that was never shown can be hidden', () => {
    panel.hide();
    expect(unmount).not.toHaveBeenCalled();
  });

  test('gives its place to a line without buttons', () => {
    panel.show();
    panel.replaceBy('Reload this page.');
    const root = found()[0]?.shadowRoot;
    expect(unmount).toHaveBeenCalledOnce();
    expect(root?.querySelector('[role="status"]')?.textContent).toBe('Reload this page.');
    expect(root?.querySelector('button')).toBeNull();
  });

  test('that was never shown can give its place all the same, and take the line away again', () => {
    panel.replaceBy('Reload this page.');
    expect(mount).not.toHaveBeenCalled();
    expect(found()[0]?.shadowRoot?.textContent).toContain('Reload this page.');
    panel.hide();
    expect(found()).toHaveLength(0);
  });
});
