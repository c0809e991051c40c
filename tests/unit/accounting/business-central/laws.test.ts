import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestEntry } from '@/utils/accounting/business-central/newest-entry';
import { laterWatermark, readWatermark, writeWatermark } from '@/utils/accounting/business-central/watermark';
import type { Watermark } from '@/utils/accounting/source';
import { addDays, isoDate } from '@/utils/payments/iso-date';
import { keepBooks } from './support/books';
import {
  after,
  fakeBusinessCentral,
  readAll,
  since,
  type FakeOptions,
} from './support/fake-business-central';

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(isoDate('2025-01-01'), days));
const booksRead = fc.record({
  at: fc.nat(),
  entryNo: fc.option(fc.nat(), { nil: null }),
  seen: fc
    .array(
      fc.tuple(
        fc.string({ minLength: 1, maxLength: 20 }).filter((number) => number !== '__proto__'),
        fc.record({ settled: fc.integer(), day: fc.option(day, { nil: null }) }),
      ),
    )
    .map((entries) => new Map(entries)),
});

describe('a watermark', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(booksRead, (read) => {
        expect(readWatermark(writeWatermark(read))).toEqual(read);
      }),
    );
  });

  it('is never later than itself, and one of two is the later whichever comes first', () => {
    fc.assert(
      fc.property(booksRead, booksRead, (one, other) => {
        const [a, b] = [writeWatermark(one), writeWatermark(other)];
        expect(laterWatermark(a, a)).toBe(a);
        const later = readWatermark(laterWatermark(a, b));
        const swapped = readWatermark(laterWatermark(b, a));
        expect([later?.at, later?.entryNo]).toEqual([swapped?.at, swapped?.entryNo]);
      }),
    );
  });

  it('that cannot be read gives way to any other', () => {
    const good = writeWatermark({ at: 0, entryNo: null, seen: new Map() });
    const broken = 'x' as Watermark;
    expect([laterWatermark(good, broken), laterWatermark(broken, good)]).toEqual([good, good]);
  });
});

describe('the end of the ledger', () => {
  it('is found in few requests, whatever the order of rows and the gaps between their numbers', async () => {
    const ledgers = fc.uniqueArray(fc.integer({ min: 1, max: 500_000 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(ledgers, fc.nat(500_000), async (numbers, known) => {
        const pageSize = 10;
        let requests = 0;
        const found = await newestEntry(
          known,
          // eslint-disable-next-line @typescript-eslint/require-await -- pages come from a generator of promises
          async function* (above, size) {
            requests += 1;
            const rows = numbers.filter((number) => number > above).map((detailNo) => ({ detailNo }));
            yield {
              rows: rows.slice(0, size) as never,
              unreadable: [],
              answer: {} as never,
              isLast: rows.length <= size,
            };
          },
          pageSize,
        );
        expect(found.entryNo).toBe(Math.max(known, ...numbers));
        expect(requests).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(500_000 / pageSize)) + 4);
        const above = numbers.filter((number) => number > known);
        expect(found.rows?.length ?? above.length).toBe(above.length);
      }),
    );
  });
});

/** What may happen to one of a few invoices. */
type Step = readonly [invoice: number, amount: number];
const story = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -1, max: 400 })), { maxLength: 25 });

/** Pays so much of an invoice, at most what is open; below 0, takes its last payment back. */
function teller() {
  const books = keepBooks();
  const invoices = Array.from({ length: 5 }, (_, at) => books.invoice(`N${at}`, 1000));
  const payments = invoices.map((): [string, number][] => []);
  const tell = (steps: readonly Step[]): void => {
    for (const [at, wanted] of steps) {
      const invoice = invoices[at];
      const paid = payments[at];
      if (invoice === undefined || paid === undefined) continue;
      const amount = Math.min(wanted, invoice.document.remainingAmount);
      const last = wanted < 0 ? paid.pop() : undefined;
      if (last !== undefined) books.undo(invoice, ...last);
      if (amount > 0) paid.push([books.settle(invoice, amount), amount]);
    }
  };
  return { books, tell, payments };
}

describe.each<[string, FakeOptions]>([
  ['with the ledger', {}],
  ['without it', { analytics: false }],
  ['of vendors’ bills', { ledger: 'payable' }],
])('%s', (_, options) => {
  it('one sync after another tells as much as one of everything', async () => {
    await fc.assert(
      fc.asyncProperty(story, story, async (before, later) => {
        const { books, tell, payments } = teller();
        tell(before);
        const first = await readAll(fakeBusinessCentral(books, options).source, since('2026-01-01'));
        books.pass(30);
        tell(later);
        const { source, open } = fakeBusinessCentral(books, options);
        const second = await readAll(source, after(first.watermark));
        const whole = await readAll(open(), since('2026-01-01'));
        expect({ ...first.words, ...second.words }).toEqual(whole.words);
        whole.invoices.forEach(({ number, settlements }) => {
          const sum = settlements.reduce((total, { amount }) => total + amount.minor, 0);
          const paid = payments[Number(number.slice(1))] ?? [];
          expect(sum).toBe(paid.reduce((total, [, amount]) => total + amount * 100, 0));
        });
      }),
      { numRuns: 60 },
    );
  });
});
