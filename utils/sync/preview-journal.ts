import type { Journal, RecordedOutcome } from './journal';

/** The journal of a run that must leave no trace: it reads what is remembered and forgets what it is told. */
export function createPreviewJournal(real: Journal): Journal {
  const recorded = new Map<string, RecordedOutcome>();
  const forget = (): Promise<void> => Promise.resolve();
  return {
    ...real,
    addOwnRecord: forget,
    intend: forget,
    confirm: forget,
    openWrites: () => Promise.resolve([]),
    close: forget,
    leftBehind: () => Promise.resolve(new Map()),
    record: (outcome, basis) => {
      recorded.set(outcome.invoiceNumber, { outcome, basis });
      return forget();
    },
    outcome: (number) => Promise.resolve(recorded.get(number) ?? null),
    outcomes: () => Promise.resolve([...recorded.values()].map(({ outcome }) => outcome)),
    park: () => Promise.resolve(true),
    unpark: forget,
    saveSummary: forget,
    saveLastRun: forget,
  };
}
