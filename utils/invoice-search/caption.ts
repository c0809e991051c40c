/** Text as people read it: runs of white space count as one space, and signs of the sort order not at all. */
export function readText(element: Element): string {
  return element.textContent
    .replace(/[\u2190-\u21ff\u25b2-\u25c5]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether two captions say the same, whatever the case. */
export function sameCaption(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** The texts of all innermost elements that have one. */
export function leafTexts(within: Element): readonly string[] {
  return [...within.querySelectorAll('*')]
    .filter(({ childElementCount }) => childElementCount === 0)
    .map(readText)
    .filter((text) => text !== '');
}

function fold(text: string): string {
  return text.trim().normalize().toLowerCase();
}
