import { readText, sameCaption } from './caption';
import { findGrids, type InvoiceGrid } from './find-grid';
import { isShown, select } from './select';
import { SELECTORS } from './selectors';
import { hidden, sighted, type Sighting } from './sighting';

/** Captions of the user's language, as set in the options. */
export interface Captions {
  /** What the banner of Invoice Search may read. */
  readonly screenTitles: readonly string[];
  /** What the column of invoice numbers may be called; the first that occurs is meant. */
  readonly numberCaptions: readonly string[];
}

/** The part of the banner that names the screen Invoice Search; null on other screens. */
export function findTitle(document: Document, titles: readonly string[]): Element | null {
  return banners(document).find((banner) => reads(banner, titles)) ?? null;
}

/** Whether a title found before still names the screen. Costs next to nothing. */
export function isStillTitle(title: Element, titles: readonly string[]): boolean {
  return title.isConnected && reads(title, titles);
}

/**
 * The grids of Invoice Search. The banner must say that it is this screen and a grid must have a column of
 * invoice numbers: one of the two alone would also be true of other screens.
 */
export function findScreen(document: Document, captions: Captions): Sighting<readonly InvoiceGrid[]> {
  if (findTitle(document, captions.screenTitles) === null) {
    return hidden('other-screen', banners(document).map(readText));
  }
  const sightings = findGrids(document, captions.numberCaptions);
  const grids = sightings.flatMap(({ found }) => found ?? []);
  if (grids.length > 0) return sighted(grids);
  const [obstructed] = sightings.filter((each) => each.found === null);
  return obstructed ?? hidden('no-grid');
}

function banners(document: Document): readonly Element[] {
  return select(document, SELECTORS.screenTitle, isShown);
}

function reads(banner: Element, titles: readonly string[]): boolean {
  return titles.some((title) => sameCaption(title, readText(banner)));
}
