import { ADDRESS_SCREEN } from './selectors';

/** Titles of records count too, so that there is an end to it. */
const TITLES = 500;

/**
 * Remembers under which screen's name in the address titles and tables were first seen. The address changes before
 * the page does: what is still there from the screen before must not be taken for the new one.
 */
export interface PlaceMemory {
  /** The screen's name at the end of the address; null where it has none. */
  address(): string | null;
  /** Whether this title or table was first seen under the address of now. */
  isOfHere(seen: string | Element): boolean;
  /** Takes note of what is on the page while the address changes. */
  leave(titles: readonly string[], tables: readonly Element[]): void;
}

export function createPlaceMemory(location: Pick<Location, 'hash'>): PlaceMemory {
  const titles = new Map<string, string>();
  const tables = new WeakMap<Element, string>();
  const read = (): string => ADDRESS_SCREEN.exec(decode(location.hash))?.[1] ?? '';
  let here = read();

  function isOf(seen: string | Element): boolean {
    if (typeof seen !== 'string') {
      if (!tables.has(seen)) tables.set(seen, here);
      return tables.get(seen) === here;
    }
    if (!titles.has(seen)) titles.set(seen, here);
    for (const oldest of titles.keys()) {
      if (titles.size <= TITLES) break;
      titles.delete(oldest);
    }
    return titles.get(seen) === here;
  }
  return {
    address: () => read() || null,
    isOfHere: isOf,
    leave(shownTitles, shownTables) {
      if (read() === here) return;
      for (const seen of [...shownTitles, ...shownTables]) isOf(seen);
      here = read();
    },
  };
}

function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
