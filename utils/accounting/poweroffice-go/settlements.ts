import type { InvoiceNote, Settlement, SettlementKind } from '@/utils/payments/accounting-invoice';
import type { IsoDate } from '@/utils/payments/iso-date';
import { money, subtract, sum, type Money } from '@/utils/payments/money';
import { MONEY } from '@/utils/payments/payment-status';
import { settlementKind } from './entry-class';
import { matchedPart, matchedPartIn } from './matched-part';
import type { LedgerEntry } from './schemas';
import { withoutReversed } from './without-reversed';

export interface InvoiceSettlements {
  /** Oldest first; their amounts add up to exactly what is settled of the invoice. */
  readonly settlements: readonly Settlement[];
  readonly notes: readonly InvoiceNote[];
  /** The newest posting date of what settled; null where nothing did or the books do not tell. */
  readonly newest: IsoDate | null;
}

/**
 * Says by what an invoice was settled: by the entries of its match group one by one where they account for exactly
 * its settled amount, as one settlement of the whole where the group settles other entries too and nobody can tell
 * which part went where.
 * @param others the entries of the match group without the invoice's own
 */
export function settlementsOf(settled: Money, others: readonly LedgerEntry[]): InvoiceSettlements {
  if (settled.minor === 0) return { settlements: [], notes: [], newest: null };
  const side = -Math.sign(settled.minor);
  const matched = withoutReversed(inOrder(others));
  const settling = matched.filter((entry) => Math.sign(matchedPart(entry).minor) === side);
  const settlesOthers = matched.some((entry) => Math.sign(matchedPart(entry).minor) === -side);
  const newest = newestDate(settling);
  const apart = oneByOne(settled, settling, settlesOthers);
  if (apart !== null) {
    const guessed = apart.some(({ kind }) => kind === 'unclassified');
    return { settlements: apart, notes: guessed ? ['unclassifiedSettlement'] : [], newest };
  }
  const whole = together(settled, settling);
  return { settlements: [whole.settlement], notes: whole.notes, newest };
}

/**
 * Each entry's own matched part, if these account for the settled amount. Entries in another currency than the
 * invoice's share what the others leave, as long as they are of one kind and nothing else is settled by the group;
 * where nothing is left for them, they are exchange differences.
 */
function oneByOne(
  settled: Money,
  settling: readonly LedgerEntry[],
  settlesOthers: boolean,
): Settlement[] | null {
  const known: Settlement[] = [];
  const foreign: LedgerEntry[] = [];
  for (const entry of settling) {
    const part = matchedPartIn(entry, settled.currency);
    if (part === null) foreign.push(entry);
    else if (part.minor !== 0)
      known.push(settlement(settlementKind(entry), subtract(money(0, settled.currency), part), [entry]));
  }
  const knownSum = sum(
    known.map(({ amount }) => amount),
    settled.currency,
  );
  const rest = subtract(settled, knownSum);
  if (rest.minor === 0) return known;
  const [kind, ...otherKinds] = new Set(foreign.map(settlementKind));
  if (kind === undefined || otherKinds.length > 0 || settlesOthers) return null;
  if (Math.sign(rest.minor) !== Math.sign(settled.minor)) return null;
  return [...known, settlement(kind, rest, foreign)].sort((a, b) =>
    (a.date ?? '').localeCompare(b.date ?? ''),
  );
}

/** One settlement of the whole amount: a payment as soon as there is money among what settled. */
function together(
  settled: Money,
  settling: readonly LedgerEntry[],
): { settlement: Settlement; notes: InvoiceNote[] } {
  const kinds = new Set(settling.map(settlementKind));
  const [only = 'unclassified', ...others] = kinds;
  const received = settling.filter((entry) => MONEY.includes(settlementKind(entry)));
  const notes: InvoiceNote[] = [];
  if (kinds.has('unclassified') || kinds.size === 0) notes.push('unclassifiedSettlement');
  if (received.length > 0 && received.length < settling.length) notes.push('mayIncludeCredits');
  if (new Set(settling.map(({ PostingDate }) => PostingDate)).size > 1) notes.push('dateIsUpperBound');
  if (others.length === 0) return { settlement: settlement(only, settled, settling), notes };
  if (received.length === 0) return { settlement: settlement('credit', settled, settling), notes };
  return { settlement: settlement('payment', settled, received), notes };
}

function settlement(kind: SettlementKind, amount: Money, entries: readonly LedgerEntry[]): Settlement {
  const vouchers = new Set(entries.flatMap(({ VoucherNo }) => VoucherNo ?? []));
  return { kind, date: newestDate(entries), amount, reference: [...vouchers].join(', ') };
}

function newestDate(entries: readonly LedgerEntry[]): IsoDate | null {
  return entries.reduce<IsoDate | null>(
    (newest, { PostingDate }) => (newest === null || PostingDate > newest ? PostingDate : newest),
    null,
  );
}

/** By posting date, then in the order they were posted, whatever order the vendor lists them in. */
function inOrder(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return [...entries].sort(
    (a, b) => a.PostingDate.localeCompare(b.PostingDate) || Number(BigInt(a.Id) - BigInt(b.Id)),
  );
}
