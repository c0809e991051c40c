import type { Journal } from '@/utils/sync/journal';

/** A journal that keeps nothing and counts what one on disk would have been given to keep, in bytes of JSON. */
export function countingJournal(): { readonly journal: Journal; readonly bytes: () => number } {
  let bytes = 0;
  const none = Promise.resolve();
  const note = (what: unknown): Promise<void> => {
    bytes += JSON.stringify(what).length;
    return none;
  };
  const nothing = (): Promise<readonly never[]> => Promise.resolve([]);
  const journal: Journal = {
    ownAmong: () => Promise.resolve(new Set()),
    addOwnRecord: note,
    intend: note,
    // It takes the place of what was intended.
    confirm: () => none,
    openWrites: nothing,
    close: () => none,
    leftBehind: () => Promise.resolve(new Map()),
    notReadBack: () => Promise.resolve(new Set()),
    confirmedChanges: () => Promise.resolve(new Map()),
    record: (outcome, basis, books) => note([outcome, basis, books]),
    outcome: () => Promise.resolve(null),
    outcomes: nothing,
    parked: nothing,
    park: () => Promise.resolve(true),
    unpark: () => none,
    notFound: nothing,
    keepNotFound: () => none,
    forgetNotFound: () => none,
    // One for each run, however often it is stored.
    saveSummary: () => none,
    lastRun: () => Promise.resolve(null),
    saveLastRun: () => none,
  };
  return { journal, bytes: () => bytes };
}
