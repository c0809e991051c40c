import type { Driven } from './driven';

/** An element of Manage's own page: the innermost with that text where one is given, the first unless told, or from the end where negative. */
export interface OfPage {
  readonly css: string;
  readonly text?: string;
  readonly place?: number;
}

/** Clicks on it with the mouse. */
export async function clickOn(driven: Driven, wanted: OfPage): Promise<void> {
  const at = await driven.page.evaluate(({ css, text, place = 0 }) => {
    const all = [...document.querySelectorAll(css)].filter(
      (each) =>
        text === undefined ||
        (each.textContent?.trim() === text &&
          ![...each.children].some((child) => child.textContent?.trim() === text)),
    );
    const element = all.at(place);
    element?.scrollIntoView({ block: 'nearest' });
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return { x: x + width / 2, y: y + height / 2, isThere: width > 0 };
  }, wanted);
  if (!at.isThere) throw new Error(`The page shows no ${JSON.stringify(wanted)}`);
  await driven.clickAt(at.x, at.y);
}
