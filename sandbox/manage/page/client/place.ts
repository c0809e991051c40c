import { SCREEN_NAMES, type ScreenName } from './screens.ts';

/** Where in the web client somebody is. */
export interface Place {
  readonly screen: ScreenName;
  /** The record a details screen shows. */
  readonly recId: number | null;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The address of a place: a token nobody can read, then the screen's name. */
export function hashOf({ screen, recId }: Place, random: () => number): string {
  const letters = Array.from({ length: 34 }, () => ALPHABET[Math.trunc(random() * ALPHABET.length)]);
  return `#XQAACA${recId === null ? '' : `r${recId}_`}${letters.join('')}==??${screen}`;
}

/**
 * The place an address leads to. Entry links name the screen plainly (`#InvoiceSearch`, `#startscreen=…`); without
 * any name that is known the client opens Invoice Search.
 */
export function placeOf(hash: string): Place {
  const name = SCREEN_NAMES.find((screen) => hash.endsWith(`??${screen}`) || hash === `#${screen}`);
  const record = /^#XQAACAr(\d+)_/.exec(hash)?.[1];
  return { screen: name ?? 'InvoiceSearch', recId: record === undefined ? null : Number(record) };
}
