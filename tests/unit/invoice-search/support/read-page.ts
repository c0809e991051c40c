import type { NumberProver } from '@/utils/invoice-search/by-numbers';
import type { Captions } from '@/utils/invoice-search/find-screen';
import { createPageReader, type PageReading } from '@/utils/invoice-search/read-page';
import { hidden } from '@/utils/invoice-search/sighting';
import type { ShownPage } from '@/utils/storage/shown-page';
import { ENGLISH } from './manage-page';

/** Asks nobody. */
const NO_PROVER: NumberProver = { of: () => hidden('notAsked'), again: () => undefined };

/** Reads the page once, as if it had just been opened, without asking Manage. */
export function readPage(captions: Captions = ENGLISH, shown: readonly ShownPage[] = []): PageReading {
  return createPageReader(window, captions, NO_PROVER).read(shown);
}

/** The invoice numbers the page is found to show. */
export function numbersOnPage(captions?: Captions, shown?: readonly ShownPage[]): string[] {
  return readPage(captions, shown).cells.map(({ number }) => number);
}
