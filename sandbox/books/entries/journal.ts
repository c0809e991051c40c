import type { Amount, Day, Key } from '../story';
import type { Ticks } from '../ticks';
import type { CustomerEntry, DetailedEntry, DetailType, DocumentType } from './rows';

/** General ledger entries are counted in the same series, so customer entries leave gaps. */
const LEDGER_ENTRIES_PER_POSTING = 3;
const LOCAL = 'NOK';

export interface Draft {
  readonly key: Key;
  readonly documentType: DocumentType;
  readonly documentNo: string;
  readonly customerNo: number;
  readonly postedOn: Day;
  readonly dueOn?: Day;
  /** Negative for what closes. */
  readonly amount: Amount;
}

/** So much of a charge closed by so much of a settling entry, with all rows that this made. */
export interface Application {
  readonly charge: CustomerEntry;
  readonly settling: CustomerEntry;
  /** Minor units of the charge's currency, tolerance included. */
  readonly minor: number;
  readonly tolerated: number;
  readonly on: Day;
  readonly rows: readonly DetailedEntry[];
  inForce: boolean;
}

export interface Applying {
  readonly charge: CustomerEntry;
  readonly settling: CustomerEntry;
  readonly minor: number;
  readonly tolerated?: number;
  readonly on: Day;
  /** Which of the two was applied to the other: as a rule the settling entry. */
  readonly applying?: CustomerEntry;
  /** Both were posted before. */
  readonly later?: boolean;
}

/** Posts, applies, un-applies and reverses customer entries by the rules of Microsoft's posting routine. */
export function createJournal() {
  const entries: CustomerEntry[] = [];
  const details: DetailedEntry[] = [];
  let entryNo = 2_800;
  let applicationNo = 0;
  let now: Ticks = 0n;

  function row(
    of: CustomerEntry,
    type: DetailType,
    { minor, nok }: { minor: number; nok: number },
    more: Pick<DetailedEntry, 'documentType' | 'documentNo' | 'postedOn'> & Partial<DetailedEntry>,
  ): DetailedEntry {
    const made: DetailedEntry = {
      applicationNo: 0,
      appliedNo: 0,
      unapplied: false,
      unappliedByNo: 0,
      no: 5_001 + details.length,
      of,
      type,
      minor,
      nok,
      bookedAt: now,
      ...more,
    };
    details.push(made);
    of.remaining = { minor: of.remaining.minor + minor, nok: of.remaining.nok + nok };
    if (type !== 'Application') of.amount = { minor: of.amount.minor + minor, nok: of.amount.nok + nok };
    return made;
  }

  function insert(
    { dueOn = null, amount, ...draft }: Omit<Draft, 'dueOn'> & { dueOn?: Day | null },
    reversedNo = 0,
  ): CustomerEntry {
    entryNo += LEDGER_ENTRIES_PER_POSTING;
    const original = { minor: amount.minor, nok: inNok(amount.minor, amount.rate) };
    const entry: CustomerEntry = {
      no: entryNo,
      dueOn,
      currency: amount.currency,
      rate: amount.rate,
      original,
      remaining: { minor: 0, nok: 0 },
      amount: { minor: 0, nok: 0 },
      open: amount.minor !== 0,
      closedOn: null,
      reversed: reversedNo > 0,
      reversedByNo: 0,
      reversedNo,
      ...draft,
    };
    entries.push(entry);
    row(entry, 'Initial Entry', original, draft);
    return entry;
  }

  function close(entry: CustomerEntry, on: Day): void {
    entry.open = entry.remaining.minor !== 0;
    entry.closedOn = entry.open ? null : on;
  }

  /** Rounding of rates must not be left over. */
  function correct(entry: CustomerEntry, like: Parameters<typeof row>[3]): DetailedEntry[] {
    const nok = inNok(entry.remaining.minor, entry.rate) - entry.remaining.nok;
    if (nok === 0) return [];
    return [row(entry, 'Correction of Remaining Amount', { minor: 0, nok }, like)];
  }

  return {
    entries,
    details,

    /** Rows made from here on were booked at this moment. */
    at(moment: Ticks): void {
      now = moment;
    },

    post: (draft: Draft): CustomerEntry => insert(draft),

    apply({ charge, settling, minor, tolerated = 0, on, applying = settling, later }: Applying): Application {
      if (later) applicationNo += 1;
      const like = {
        documentType: applying.documentType,
        documentNo: applying.documentNo,
        postedOn: on,
        applicationNo: later ? applicationNo : 0,
        appliedNo: applying.no,
      };
      const crossing = settling.currency !== charge.currency;
      if (crossing && settling.currency !== LOCAL) throw new Error(`${settling.key} is in a third currency`);
      const applied = applying === settling ? charge : settling;
      // A payment in local currency is worth what it is; otherwise the rate of the entry applied to counts.
      const nok = crossing ? -settling.remaining.nok : inNok(minor, applied.rate);
      const rows: DetailedEntry[] = [];
      if (tolerated > 0) {
        rows.push(row(settling, 'Payment Tolerance', { minor: -tolerated, nok: -inNok(tolerated, settling.rate) }, like)); // prettier-ignore
      }
      const bearer = crossing ? charge : applying;
      const difference =
        bearer === charge ? nok - inNok(minor, charge.rate) : inNok(minor, settling.rate) - nok;
      if (difference !== 0) {
        const type = difference > 0 ? 'Realized Gain' : 'Realized Loss';
        rows.push(row(bearer, type, { minor: 0, nok: difference }, like));
      }
      const halves = [
        () => row(charge, 'Application', { minor: -minor, nok: -nok }, like),
        () => row(settling, 'Application', { minor: crossing ? nok : minor, nok }, like),
      ];
      for (const half of applied === charge ? halves : halves.toReversed()) rows.push(half());
      rows.push(...correct(charge, like), ...correct(settling, like));
      if (charge.remaining.minor < 0 || settling.remaining.minor > 0) {
        throw new Error(`${settling.key} cannot close ${minor} of ${charge.key}`);
      }
      close(charge, on);
      close(settling, on);
      return { charge, settling, minor, tolerated, on, rows, inForce: true };
    },

    /** Each row gets a mirror of the other sign; both are marked, and name each other. */
    unapply(application: Application): void {
      for (const old of application.rows) {
        const { of, type, minor, nok, documentType, documentNo, postedOn, appliedNo } = old;
        const like = { documentType, documentNo, postedOn, appliedNo };
        const mirror = row(of, type, { minor: -minor, nok: -nok }, like);
        for (const [one, other] of [
          [old, mirror],
          [mirror, old],
        ] as const) {
          one.unapplied = true;
          one.unappliedByNo = other.no;
        }
        of.open = true;
        of.closedOn = null;
      }
      application.inForce = false;
    },

    /** An opposite entry on the same day, applied to the first; both count as reversed. */
    reverse(entry: CustomerEntry, key: Key): void {
      const { documentType, documentNo, customerNo, postedOn, dueOn, currency, rate } = entry;
      const amount = { minor: -entry.original.minor, currency, rate };
      const opposite = insert(
        { key, documentType, documentNo, customerNo, postedOn, dueOn, amount },
        entry.no,
      );
      entry.reversed = true;
      entry.reversedByNo = opposite.no;
      const like = { documentType, documentNo, postedOn, appliedNo: opposite.no };
      for (const each of [entry, opposite]) {
        const { minor, nok } = each.remaining;
        row(each, 'Application', { minor: -minor, nok: -nok }, like);
        close(each, postedOn);
      }
    },
  };
}

/** Foreign minor units in øre, half an øre away from zero. */
function inNok(minor: number, rate: number): number {
  return Math.sign(minor) * Math.floor((Math.abs(minor) * rate + 5_000) / 10_000) || 0;
}
