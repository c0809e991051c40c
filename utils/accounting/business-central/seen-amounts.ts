import type { IsoDate } from '@/utils/payments/iso-date';
import type { InvoiceDocument } from './schemas';
import { amountsOf } from './to-accounting-invoice';
import type { Seen } from './watermark';

/** Amounts of so many invoices are remembered where their days are: far more than are looked at twice. */
const MOST_DATED = 20_000;

/** Remembers what was settled of each invoice, which tells changes that nothing else shows, and on which day it was first seen. */
export interface SeenAmounts {
  /** Whether more or less is settled of an open invoice than when it was last seen. */
  hasChanged(document: InvoiceDocument): boolean;
  /** Takes note of an invoice. Answers the day on which this amount was first seen, null where days do not count. */
  take(document: InvoiceDocument): IsoDate | null;
  /** What is to be remembered until the next run. */
  result(): ReadonlyMap<string, Seen>;
}

export interface SeenBefore {
  /** What the last run that ended well remembered. */
  readonly byLastRun: ReadonlyMap<string, Seen>;
  /** The same by whatever run there was, with the days; null where none are kept. */
  readonly byAnyRun: ReadonlyMap<string, Seen> | null;
}

/**
 * @param today the day on which an amount not seen before was first seen; null where days do not count, and then only
 * invoices that are open and settled in part are remembered
 */
export function createSeenAmounts({ byLastRun, byAnyRun }: SeenBefore, today: IsoDate | null): SeenAmounts {
  const seen = new Map(today === null ? [] : (byAnyRun ?? byLastRun));
  return {
    hasChanged: (document) => (byLastRun.get(document.number)?.settled ?? 0) !== settledOf(document),

    take(document) {
      const settled = settledOf(document);
      const known = seen.get(document.number);
      const day = known?.settled === settled && known.day !== null ? known.day : today;
      // Set anew, so that what was looked at last is forgotten last.
      seen.delete(document.number);
      const counts = today !== null || document.status === 'Open';
      if (settled !== 0 && counts) seen.set(document.number, { settled, day });
      return settled === 0 ? null : day;
    },

    result: () => (today === null ? seen : new Map([...seen].slice(-MOST_DATED))),
  };
}

function settledOf(document: InvoiceDocument): number {
  return amountsOf(document).settled.minor;
}
