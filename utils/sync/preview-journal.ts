import type { Journal } from './journal';

/**
 * The journal of a run that must change nothing: it remembers what the run found, to be read until the next run
 * begins, and nothing that any other run would go by.
 */
export function createPreviewJournal(real: Journal): Journal {
  const forget = (): Promise<void> => Promise.resolve();
  return {
    ...real,
    addOwnRecord: forget,
    intend: forget,
    confirm: forget,
    openWrites: () => Promise.resolve([]),
    close: forget,
    leftBehind: () => Promise.resolve(new Map()),
    record: (outcome, basis) => real.record(outcome, basis),
    park: () => Promise.resolve(true),
    unpark: forget,
    keepNotFound: forget,
    forgetNotFound: forget,
    saveLastRun: forget,
  };
}
