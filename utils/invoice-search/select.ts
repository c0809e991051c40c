import type { Selector } from './selectors';

/** The elements of the first alternative that matches anything `accept` takes; none if no alternative does. */
export function select(
  within: ParentNode,
  { alternatives }: Selector,
  accept: (element: Element) => boolean = () => true,
): readonly Element[] {
  for (const { css } of alternatives) {
    const found = [...within.querySelectorAll(css)].filter(accept);
    if (found.length > 0) return found;
  }
  return [];
}

/** The first of those elements; null if there is none. Costs little where the first alternative matches at once. */
export function selectFirst(
  within: ParentNode,
  { alternatives }: Selector,
  accept: (element: Element) => boolean,
): Element | null {
  for (const { css } of alternatives) {
    const first = within.querySelector(css);
    if (first === null) continue;
    if (accept(first)) return first;
    const other = [...within.querySelectorAll(css)].find(accept);
    if (other !== undefined) return other;
  }
  return null;
}

/** Whether an element takes part in the page. Screens left behind stay in the document, hidden. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
