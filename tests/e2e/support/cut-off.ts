import type { Page } from 'playwright-core';

/** What of the panel cannot be seen or reached: parts that are cut off or stand out, and controls that something covers. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('payment-sync-panel')?.shadowRoot;
    const panel = root?.querySelector<HTMLElement>('.panel');
    if (!root || !panel) return ['no panel'];
    const near = 1;
    const around = panel.getBoundingClientRect();
    const named = (element: Element): string =>
      `${element.localName}.${element.className} “${element.textContent.slice(0, 30)}”`;
    const faults: string[] = [];
    if (around.left < 0 || around.top < 0 || around.right > innerWidth || around.bottom > innerHeight)
      faults.push(`the panel reaches beyond the window: ${JSON.stringify(around)}`);
    for (const element of panel.querySelectorAll<HTMLElement>('*')) {
      const { left, right, width } = element.getBoundingClientRect();
      // What is there for screen readers alone is a dot.
      if (width <= near || !element.checkVisibility()) continue;
      if (left < around.left - near || right > around.right + near)
        faults.push(`out of it: ${named(element)}`);
      const { overflowX } = getComputedStyle(element);
      if (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + near)
        faults.push(`scrolls sideways: ${named(element)}`);
    }
    for (const control of panel.querySelectorAll<HTMLElement>('button, a, input, select')) {
      if (!control.checkVisibility()) continue;
      control.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = control.getBoundingClientRect();
      const hit = root.elementFromPoint(left + width / 2, top + height / 2);
      if (hit === null || (!control.contains(hit) && !hit.contains(control)))
        faults.push(`out of reach: ${named(control)}`);
    }
    return faults;
  });
}
