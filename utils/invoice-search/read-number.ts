import { selectFirst } from './select';
import { SELECTORS } from './selectors';

/** Manage's own limit is 15; whatever is longer than this is no invoice number of any system. */
const LONGEST = 100;

const ELLIPSIS = /(?:…|\.{3})$/u;

/** The element of a number cell whose text is the number. */
function numberElement(cell: Element): Element {
  return selectFirst(cell, SELECTORS.link, ({ textContent }) => textContent.trim() !== '') ?? cell;
}

/**
 * The invoice number a cell shows now, or that part of it to which the way leads; null for a cell that is empty, or whose number is cut short and nowhere
 * whole. Source for the whole text in `title`: userscript "Comfort Glamour" 1.11.5 (T).
 */
export function readNumber(cell: Element, within: readonly number[] = []): string | null {
  const element = within.length === 0 ? numberElement(cell) : follow(cell, within);
  if (element === null) return null;
  const text = element.textContent.trim();
  const number = ELLIPSIS.test(text) ? wholeText(element, cell, text.replace(ELLIPSIS, '')) : text;
  return number === null || number === '' || number.length > LONGEST ? null : number;
}

function follow(cell: Element, within: readonly number[]): Element | null {
  return within.reduce<Element | null>((at, position) => at?.children[position] ?? null, cell);
}

function wholeText(element: Element, cell: Element, beginning: string): string | null {
  for (let at: Element | null = element; at !== null; at = at === cell ? null : at.parentElement) {
    const title = at.getAttribute('title')?.trim();
    if (title?.startsWith(beginning) && !ELLIPSIS.test(title)) return title;
  }
  return null;
}
