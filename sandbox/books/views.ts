import { isOpen, type Facts } from './facts';
import type { Day } from './story';
import { timestampText } from './ticks';

/** A system the firm may keep its books in, and for Business Central whether its ledger may be read. */
export type BooksSystem =
  'poweroffice-go' | 'business-central' | 'business-central-without-ledger' | 'dynamics-nav';

/** A closing as one system tells it. */
export interface ToldClosing {
  readonly isMoney: boolean;
  /** Null where the system knows no day. */
  readonly day: Day | null;
  readonly minor: number;
}

/** What a system can tell of the same facts. */
export interface View {
  /** Whether the first sync from a day has to do with this invoice. */
  readonly sees: (facts: Facts, since: Day) => boolean;
  /** In the order in which they were entered. */
  readonly closings: (facts: Facts) => readonly ToldClosing[];
  /** The day the last of it was closed, of an invoice of which nothing is left. */
  readonly closedOn: (closings: readonly ToldClosing[]) => Day | null;
}

export function newestDay(closings: readonly ToldClosing[]): Day | null {
  return (
    closings
      .flatMap(({ day }) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}

const PAYMENTS_OWN_DAYS: View = {
  sees: ({ changedAt }, since) => dayOf(changedAt) >= since,
  closings: ({ closings }) =>
    closings.map(({ isMoney, postedOn, minor }) => ({ isMoney, minor, day: postedOn })),
  closedOn: newestDay,
};

/**
 * A ledger of Microsoft's tells the day each matching counts from. A tolerance stands on the payment's side, and the
 * invoice's own rows show it as paid. What was booked without a sales document, and then reversed, is no invoice.
 */
const MATCHINGS: Pick<View, 'closings'> = {
  closings: ({ closings }) =>
    closings.map(({ isMoney, tolerated, appliedOn, minor }) => ({
      isMoney: isMoney || tolerated,
      day: appliedOn,
      minor,
    })),
};

/** Sales documents have a time stamp, which a part payment does not move; the open ones are looked at all. */
const seesByDocument: View['sees'] = (facts, since) =>
  isDocument(facts) && (isOpen(facts) || dayOf(facts.turnedAt) >= since);

/** @param firstSeenOn the day a system without days may be given instead, where the user agreed to that */
export function viewOf(system: BooksSystem, firstSeenOn: Day | null): View {
  switch (system) {
    case 'poweroffice-go':
      return PAYMENTS_OWN_DAYS;
    case 'business-central':
      return { ...MATCHINGS, sees: seesByDocument, closedOn: (closings) => closings.at(-1)?.day ?? null };
    case 'business-central-without-ledger':
      return {
        sees: seesByDocument,
        // All that is known is how much is left: nobody can tell credits from money.
        closings: ({ closings }) =>
          closings.length === 0
            ? []
            : [
                {
                  isMoney: true,
                  day: firstSeenOn,
                  minor: closings.reduce((sum, { minor }) => sum + minor, 0),
                },
              ],
        closedOn: () => firstSeenOn,
      };
    case 'dynamics-nav':
      return {
        ...MATCHINGS,
        // There is no time stamp at all: only what was posted since, and what is open.
        sees: (facts, since) =>
          isDocument(facts) && (isOpen(facts) || [...facts.days].some((day) => day >= since)),
        closedOn: newestDay,
      };
  }
}

/** Only a number that was booked through a journal can be used again. */
function isDocument({ isInvoice, key, number }: Facts): boolean {
  return isInvoice && key === number;
}

function dayOf(moment: Facts['changedAt']): Day {
  return timestampText(moment).slice(0, 10);
}
