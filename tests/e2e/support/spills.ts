import type { Page } from 'playwright-core';

/**
 * Words that do not fit where they stand: text wider than its box with nothing to scroll it by, and boxes that reach
 * beyond the window. What is hidden from sight on purpose does not count.
 * @param within CSS of the element to look at, with the shadow roots in it
 */
export function spills(page: Page, within = 'body'): Promise<readonly string[]> {
  return page.evaluate((css) => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot === null ? [] : all(each.shadowRoot)),
      ]);
    const roots = [...document.querySelectorAll(css)];
    const looked = roots.flatMap((root) => [
      root,
      ...all(root),
      ...(root.shadowRoot ? all(root.shadowRoot) : []),
    ]);
    if (looked.length === 0) return ['nothing to look at'];
    return looked.flatMap((element) => {
      const { overflowX, display, clip, clipPath } = getComputedStyle(element);
      const { right, left, width, height } = element.getBoundingClientRect();
      const text = element.textContent.trim().slice(0, 60);
      const isSeen =
        text !== '' &&
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        width > 1 &&
        height > 1;
      if (!isSeen || clip !== 'auto' || clipPath !== 'none' || element.closest('svg') !== null) return [];
      const isWider =
        display !== 'inline' &&
        overflowX !== 'auto' &&
        overflowX !== 'scroll' &&
        element.scrollWidth > element.clientWidth + 1;
      const isBeyond = right > innerWidth + 1 || left < -1;
      return isWider || isBeyond ? [`${element.localName}.${element.className}: ${text}`] : [];
    });
  }, within);
}
