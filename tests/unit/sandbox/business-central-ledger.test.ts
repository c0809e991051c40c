import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBefore } from '../../../sandbox/books/calendar';
import { keepEntries } from '../../../sandbox/books/entries/keep-entries';
import type { CustomerEntry, DetailedEntry, EntryBooks } from '../../../sandbox/books/entries/rows';
import { factsOf, leftOf } from '../../../sandbox/books/facts';
import { creditNow, payNow, reverseNow, unmatch, writeOffNow } from '../../../sandbox/books/happenings';
import { tellNordIt } from '../../../sandbox/books/nord-it';
import { tellSmall } from '../../../sandbox/books/small-story';
import { createWorld } from '../../../sandbox/world';

const NOW = Date.parse('2026-11-23T09:30:00Z');
const ago = (days: number): string => dayBefore(NOW, days);
const books = keepEntries(tellNordIt(NOW).events);

const entriesOf = ({ entries }: EntryBooks, number: number): CustomerEntry[] =>
  entries.filter(
    ({ documentType, documentNo }) => documentType === 'Invoice' && documentNo === String(number),
  );
const live = (from: EntryBooks, number: number): CustomerEntry => {
  const [entry, ...others] = entriesOf(from, number).filter(({ reversed }) => !reversed);
  if (entry === undefined || others.length > 0) throw new Error(`there is not one live entry of ${number}`);
  return entry;
};
const rowsOf = ({ details }: EntryBooks, entry: CustomerEntry): DetailedEntry[] =>
  details.filter(({ of }) => of === entry);
const shown = (from: EntryBooks, entry: CustomerEntry) =>
  rowsOf(from, entry).map(({ type, documentType, postedOn, minor, unapplied }) => [
    type,
    documentType,
    postedOn,
    minor,
    unapplied,
  ]);
const sum = (rows: readonly DetailedEntry[], of: 'minor' | 'nok'): number =>
  rows.reduce((total, row) => total + row[of], 0);

/** What holds of any ledger of this kind. */
function expectSound(from: EntryBooks): void {
  for (const entry of from.entries) {
    const rows = rowsOf(from, entry);
    expect(sum(rows, 'minor')).toBe(entry.remaining.minor);
    expect(sum(rows, 'nok')).toBe(entry.remaining.nok);
    expect(Math.abs(entry.remaining.minor)).toBeLessThanOrEqual(Math.abs(entry.original.minor));
    expect(entry.open).toBe(entry.remaining.minor !== 0);
    if (!entry.open) expect(entry.remaining.nok).toBe(0);
    expect(entry.closedOn !== null).toBe(!entry.open && entry.original.minor !== 0);
    expect(rows[0]?.type).toBe('Initial Entry');
    const undone = rows.filter(({ unapplied }) => unapplied);
    expect(sum(undone, 'minor')).toBe(0);
    expect(sum(undone, 'nok')).toBe(0);
  }
  for (const [at, row] of from.details.entries()) {
    const before = from.details[at - 1];
    if (before !== undefined) {
      expect(row.no).toBeGreaterThan(before.no);
      expect(row.bookedAt >= before.bookedAt).toBe(true);
    }
    if (!row.unapplied) continue;
    const other = from.details.find(({ no }) => no === row.unappliedByNo);
    expect(other).toMatchObject({ type: row.type, minor: -row.minor, nok: -row.nok, unappliedByNo: row.no });
  }
  expect(
    sum(
      from.details.filter(({ type }) => type === 'Application'),
      'nok',
    ),
  ).toBe(0);
}

describe('The customer ledger as Microsoft’s systems keep it', () => {
  it('adds up at any moment it is told at, its numbers being given out in the order of booking', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2032-01-01') }), (now) => {
        expectSound(keepEntries(tellNordIt(now).events));
      }),
      { numRuns: 4 },
    );
  });

  it('adds up after whatever happens as the day goes on', () => {
    const world = createWorld(NOW, { now: () => NOW });
    payNow(world, 12301, 750.5, ago(1));
    creditNow(world, 12301, 1_000, 12400);
    writeOffNow(world, 12301);
    for (const no of [12301, 12312, 12339, 12350, 12351, 12303]) unmatch(world, no);
    reverseNow(world, 12345);
    payNow(world, 12339, 10_937.5, ago(0));
    expectSound(keepEntries(world.story.events));
  });

  it('says of every sales invoice what truly happened: what is left of it, and when it last opened or closed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const story = tellSmall(NOW, seed);
        const { documents } = keepEntries(story.events);
        for (const facts of factsOf(story).filter(
          ({ isInvoice, key, number }) => isInvoice && key === number,
        )) {
          const document = documents.find(
            ({ kind, number }) => kind === 'invoice' && number === facts.number,
          );
          expect(document?.entry.remaining.minor).toBe(facts.reversed ? 0 : leftOf(facts));
          expect(document?.modifiedAt).toBe(facts.turnedAt);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps as much money open of a customer as PowerOffice Go does of the same story', () => {
    const { powerOffice } = createWorld(NOW);
    for (const invoice of powerOffice.invoices.filter(
      ({ IsReversed, VoucherType }) => !IsReversed && VoucherType === 'OutgoingInvoice',
    )) {
      const entry = live(books, invoice.InvoiceNo ?? 0);
      expect(entry.open).toBe(invoice.Balance !== 0);
      if (invoice.CurrencyCode === 'NOK') expect(entry.remaining.nok / 100).toBe(invoice.Balance);
    }
  });

  it.each<[string, number, string | null]>([
    ['by the day of its payment', 12345, ago(4)],
    ['by the payment that closed it, though an earlier one was posted later', 12310, ago(15)],
    ['not before it was issued, though it was paid in advance', 12323, dayBefore(NOW, 50)],
    ['by the day that was chosen when the two were matched', 12302, ago(5)],
    ['not before it was issued, where it was posted onto the payment', 12367, ago(10)],
    ['by a credit memo', 12334, ago(6)],
    ['never, while anything is left', 12304, null],
    ['never again, once it was un-applied', 12358, null],
    ['never, if it was of no amount from the start', 12366, null],
  ])('closes an invoice %s (%i)', (_, number, day) => {
    expect(live(books, number).closedOn).toBe(day);
  });

  it('marks an application that was undone, and its mirror of the same day', () => {
    expect(shown(books, live(books, 12361))).toEqual([
      ['Initial Entry', 'Invoice', live(books, 12361).postedOn, 162_500, false],
      ['Application', 'Payment', ago(16), -162_500, true],
      ['Application', 'Payment', ago(16), 162_500, true],
      ['Application', 'Payment', ago(7), -162_500, false],
    ]);
  });

  it('puts a tolerance on the payment, so that the invoice’s own rows look paid in full', () => {
    const invoice = live(books, 12339);
    expect(shown(books, invoice).filter(([, , , , unapplied]) => unapplied === false)).toEqual([
      ['Initial Entry', 'Invoice', invoice.postedOn, 1_093_750, false],
      ['Application', 'Payment', ago(8), -1_093_750, false],
    ]);
    const payment = books.entries.find(({ key }) => key === 'half-a-krone-short');
    const rows = payment === undefined ? [] : rowsOf(books, payment).filter(({ unapplied }) => !unapplied);
    expect(rows.map(({ type, minor }) => [type, minor])).toEqual([
      ['Initial Entry', -1_093_700],
      ['Payment Tolerance', -50],
      ['Application', 1_093_750],
    ]);
  });

  it('puts gains and losses on the payment, but on the invoice where local currency pays a foreign one', () => {
    const types = (number: number) => rowsOf(books, live(books, number)).map(({ type }) => type);
    expect(types(12347)).toEqual(['Initial Entry', 'Application']);
    expect(types(12352)).toEqual(['Initial Entry', 'Realized Loss', 'Application']);
    expect(
      books.details.some(({ type, of }) => type === 'Realized Gain' && of.documentType === 'Payment'),
    ).toBe(true);
  });

  it('tells by the type of an application what was applied: credit memos, untyped lines, the invoice itself', () => {
    const types = (number: number) =>
      rowsOf(books, live(books, number))
        .filter(({ type }) => type === 'Application')
        .map(({ documentType }) => documentType);
    expect(types(12345)).toEqual(['Payment']);
    expect(types(12328)).toEqual(['Credit Memo']);
    expect(types(12337)).toEqual(['Credit Memo']);
    expect(types(12320)).toEqual(['']);
    expect(types(12303)).toEqual(['Invoice']);
  });

  it('names the applying entry on both rows of an application', () => {
    const payment = books.entries.find(({ key }) => key === 'too-much');
    const rows = books.details.filter(({ appliedNo }) => appliedNo === payment?.no);
    expect(new Set(rows.map(({ of }) => of.documentNo))).toEqual(
      new Set(['12326', '12327', payment?.documentNo]),
    );
    expect(rows.map(({ applicationNo }) => applicationNo > 0)).toEqual([false, false, true, true]);
  });

  it('has three entries of a number that was used again: the reversed, the reversing and the live one', () => {
    expect(
      entriesOf(books, 12341).map(({ original, reversed, open }) => [original.minor, reversed, open]),
    ).toEqual([
      [800_000, true, false],
      [-800_000, true, false],
      [720_000, false, false],
    ]);
    expect(books.documents.filter(({ number }) => number === '12341')).toHaveLength(1);
  });

  it('cancels an invoice by a credit memo of its own', () => {
    const cancelled = books.documents.find(({ number }) => number === '12340');
    expect(cancelled).toMatchObject({ status: 'Canceled', cancelled: true });
    expect(
      books.documents.find(({ appliesTo, kind }) => kind === 'credit-memo' && appliesTo === '12340'),
    ).toMatchObject({
      status: 'Corrective',
    });
    expect(cancelled?.entry.reversed).toBe(false);
  });

  it('takes a bounced payment back by an opposite entry', () => {
    const [first, second] = ['bounced', 'reversal-of-bounced'].map((key) =>
      books.entries.find((each) => each.key === key),
    );
    expect(first ?? second).toBeDefined();
    expect(first).toMatchObject({ reversed: true, open: false, original: { minor: -300_000 } });
    expect(books.entries.find(({ reversedNo }) => reversedNo === first?.no)).toMatchObject({
      reversed: true,
      original: { minor: 300_000 },
    });
    expect(live(books, 12343)).toMatchObject({ open: true, remaining: { minor: 300_000 } });
  });
});
