import type { ShownPage } from '@/utils/storage/shown-page';
import { readText, sameCaption } from './caption';
import { documentsOf } from './documents';
import { createPlaceMemory } from './place-memory';
import type { ScreenEvidence } from './recognition';
import { isShown, select } from './select';
import { ADDRESS_OF_INVOICE_SEARCH, DOCUMENT_TITLE, SELECTORS } from './selectors';

/** Captions of the user's language, as set in the options. */
export interface Captions {
  /** What the banner of Invoice Search may read. */
  readonly screenTitles: readonly string[];
  /** What the column of invoice numbers may be called; the first that occurs is meant. */
  readonly numberCaptions: readonly string[];
}

/** What a screen calls itself: on the page, and at the end of its address. */
export type ScreenName = ShownPage['screen'];

/** The screen on show, and what speaks for its being Invoice Search. */
export interface Screen {
  readonly present: boolean;
  readonly name: ScreenName;
  readonly evidence: readonly ScreenEvidence[];
  /** What users have shown of this very screen. */
  readonly shown: readonly ShownPage[];
  /** The element that names it, if one does. */
  readonly title: Element | null;
  /** Whether a table belongs to this screen, and not to the one before that the page has yet to replace. */
  owns(table: Element): boolean;
  /** Whether nothing that spoke for it has changed. Costs next to nothing. */
  isStill(): boolean;
}

/** Tells what screen is on show. */
export interface ScreenReader {
  look(shown: readonly ShownPage[]): Screen;
  /** The address may have changed: to be called before the page does. */
  readonly navigated: () => void;
}

/**
 * Four ways, each of which is enough: the banner; the document's title, where there is no banner; the address, once
 * the page has followed it; and what a user has shown.
 */
export function createScreenReader(
  window: Window,
  { screenTitles }: Pick<Captions, 'screenTitles'>,
): ScreenReader {
  const { document, location } = window;
  const memory = createPlaceMemory(location);
  const isTitle = (text: string): boolean => screenTitles.some((title) => sameCaption(title, text));
  const documentTitle = (): string | null => DOCUMENT_TITLE.exec(document.title)?.[1]?.trim() ?? null;
  const banners = (): readonly Element[] => select(document, SELECTORS.screenTitle, isShown);

  function navigated(): void {
    const titles = [...banners().map(readText), ...[documentTitle()].filter((title) => title !== null)];
    const tables = documentsOf(document).flatMap((each) => [...each.querySelectorAll('table')]);
    memory.leave(titles, tables);
  }

  return {
    navigated,
    look(allShown) {
      navigated();
      const found = banners();
      const inTitle = documentTitle();
      const address = memory.address();
      const banner = found.find((each) => isTitle(readText(each))) ?? null;
      const title = banner ?? found[0] ?? null;
      const name = { title: title === null ? inTitle : readText(title), address };
      const isOfHere = (name.title === null || memory.isOfHere(name.title)) && address !== null;
      const shown = allShown.filter(({ screen }) => isSameName(screen, name));
      const evidence: ScreenEvidence[] = [
        { strategy: 'banner', proves: banner !== null, seen: found.map(readText) },
        {
          strategy: 'documentTitle',
          proves: title === null && inTitle !== null && isTitle(inTitle),
          seen: inTitle === null ? [] : [inTitle],
        },
        {
          strategy: 'address',
          proves: isOfHere && ADDRESS_OF_INVOICE_SEARCH.test(address),
          seen: address === null ? [] : [address],
        },
        {
          strategy: 'shown',
          proves: shown.length > 0,
          seen: shown.map(({ grid }) => grid ?? '').filter(Boolean),
        },
      ];
      const isNamed = evidence.slice(0, 2).some(({ proves }) => proves);
      return {
        present: evidence.some(({ proves }) => proves),
        name,
        evidence,
        shown,
        title,
        owns: (table) => memory.isOfHere(table) || isNamed || address === null,
        isStill: () =>
          (title === null
            ? documentTitle() === name.title
            : title.isConnected && readText(title) === name.title) &&
          (isNamed || memory.address() === address),
      };
    },
  };
}

function isSameName(a: ScreenName, b: ScreenName): boolean {
  const same = (one: string | null, other: string | null): boolean =>
    one === null || other === null ? one === other : sameCaption(one, other);
  return same(a.title, b.title) && same(a.address, b.address);
}
