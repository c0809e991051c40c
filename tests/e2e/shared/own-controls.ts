import type { ScriptedPage } from '../support/scripted-page';

/** Names of the buttons of the panel, the guide, a card and the like, seen or not: what an assistive tool would tell. */
export function ownButtons(page: ScriptedPage): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('payment-sync') && localName !== 'payment-sync-badge')
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('button') ?? [])])
      .map((button) => button.ariaLabel ?? button.textContent?.trim() ?? ''),
  );
}

/** What one of the extension's elements shows as text, and nothing where it is not on the page. */
export function shownIn(page: ScriptedPage, element: string): Promise<string> {
  return page.evaluate((name) => {
    const root = document.querySelector(name)?.shadowRoot;
    return [...(root?.children ?? [])]
      .map((each) => (each instanceof HTMLElement ? each.innerText : ''))
      .join('\n');
  }, element);
}

/** The name of what has the focus, in whichever shadow root. */
export function focused(page: ScriptedPage): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const root = at?.getRootNode();
    const title =
      root instanceof Document || root instanceof ShadowRoot
        ? root.getElementById(at?.getAttribute('aria-labelledby') ?? '')
        : null;
    return at?.getAttribute('aria-label') ?? (title ?? at)?.textContent?.trim() ?? '';
  });
}

/** Whether the panel is unfolded. */
export function isPanelOpen(page: ScriptedPage): Promise<boolean> {
  return page.evaluate(
    () =>
      document
        .querySelector('payment-sync-panel')
        ?.shadowRoot?.querySelector('[aria-expanded]')
        ?.getAttribute('aria-expanded') === 'true',
  );
}
