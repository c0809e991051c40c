import { describe, expect, it } from 'vitest';
import type { Watermark } from '@/utils/accounting/source';
import { Problem } from '@/utils/payments/problem';
import { keepBooks } from './support/books';
import {
  after,
  fakeBusinessCentral,
  fakeMemory,
  never,
  readAll,
  since,
  type FakeOptions,
} from './support/fake-business-central';

const START = '2026-02-01';
const NO_LEDGER = { analytics: false };

/** Books with a first sync behind them: A is unpaid, B paid in part, C paid. */
async function synced(options: FakeOptions = {}) {
  const books = keepBooks();
  const [a, b, c] = [books.invoice('A', 1000), books.invoice('B', 1000), books.invoice('C', 1000)];
  books.settle(b, 400);
  const paid = books.settle(c, 1000);
  // Beyond the overlap within which time stamps are looked at again.
  books.pass(20);
  const first = fakeBusinessCentral(books, options);
  const { watermark, words } = await readAll(first.source, since(START));
  expect(Object.keys(words).sort()).toEqual(['A', 'B', 'C']);
  const next = fakeBusinessCentral(books, options);
  return { books, a, b, c, paid, watermark, next };
}

describe.each<[string, FakeOptions]>([
  ['with the ledger', {}],
  ['without it', NO_LEDGER],
  ['of vendors’ bills', { ledger: 'payable' }],
])('the next sync %s', (_, options) => {
  it('brings nothing while nothing is booked', async () => {
    const { watermark, next } = await synced(options);
    expect((await readAll(next.source, after(watermark))).invoices).toEqual([]);
  });

  it.each([
    ['a first part payment', 'A', (b: Synced) => b.books.settle(b.a, 250), '250', '750 left'],
    ['a further part payment', 'B', (b: Synced) => b.books.settle(b.b, 100), '500', '500 left'],
    ['a closing payment', 'B', (b: Synced) => b.books.settle(b.b, 600), '1000', '0 left'],
    [
      'a closing payment posted long before',
      'B',
      (b: Synced) => b.books.settle(b.b, 600, { on: '2025-06-01' }),
      '1000',
      '0 left',
    ],
    ['a payment taken back', 'C', (b: Synced) => b.books.undo(b.c, b.paid, 1000), '', '1000 left'],
    ['part of it taken back', 'B', (b: Synced) => b.books.undo(b.b, 'S1', 400), '', '1000 left'],
    ['a cancellation', 'A', (b: Synced) => b.books.cancel(b.a), '', 'cancelled; 0 left'],
  ])('brings %s', async (_name, number, happen, paid, left) => {
    const story = await synced(options);
    happen(story);
    const { invoices, words } = await readAll(story.next.source, after(story.watermark));
    const invoice = invoices.find((each) => each.number === number);
    const sum = invoice?.settlements.reduce((total, { amount }) => total + amount.minor, 0) ?? NaN;
    expect(sum).toBe(Number(paid) * 100);
    expect(words[number]).toContain(left);
  });

  it('goes on after what came with the one before', async () => {
    const { books, b, watermark, next } = await synced(options);
    books.settle(b, 100);
    const second = await readAll(next.source, after(watermark));
    books.settle(b, 200);
    const third = await readAll(next.open(), after(second.watermark));
    expect(Object.keys(third.words)).toEqual(['B']);
    expect(third.words['B']).toContain('300 left');
  });

  it('reads everything again after a watermark that cannot be read', async () => {
    const { next } = await synced(options);
    for (const broken of ['', '{}', '{"v":2,"at":1}', '4711', '{"v":1,"at":"soon"}'] as Watermark[]) {
      const { words } = await readAll(next.open(), after(broken));
      expect(Object.keys(words).sort()).toEqual(['A', 'B', 'C']);
    }
  });
});

type Synced = Awaited<ReturnType<typeof synced>>;

describe('with the ledger', () => {
  it('asks for nothing but what was booked since', async () => {
    const { books, b, watermark, next } = await synced();
    books.settle(b, 100);
    await readAll(next.source, after(watermark));
    expect(next.asked('salesInvoices')).toEqual(["number eq 'B'"]);
    expect(next.asked('customerLedgerEntries')).toEqual([
      'dcleEntryNo lt 0',
      expect.stringMatching(/^dcleEntryNo gt \d+$/),
      `cleEntryNo eq ${b.entryNo}`,
    ]);
  });

  it('reads amounts from the server itself, since a replica may be older than the entries', async () => {
    const { books, b, watermark, next } = await synced();
    books.settle(b, 100);
    await readAll(next.source, after(watermark));
    const fromReplica = next.requests
      .filter(({ headers }) => headers.get('data-access-intent') === 'ReadOnly')
      .map(({ url }) => url.searchParams.get('$filter'));
    expect(fromReplica).toEqual(['dcleEntryNo lt 0', expect.stringMatching(/^dcleEntryNo gt/)]);
  });

  it('leaves what is booked while it reads to the next one', async () => {
    const { books, a, b, watermark } = await synced();
    books.settle(b, 100);
    let booked = false;
    const busy = fakeBusinessCentral(books, {
      instead(url) {
        if (!booked && url.searchParams.get('$filter')?.startsWith('cleEntryNo') === true) {
          booked = true;
          books.settle(a, 50);
        }
        return undefined;
      },
    });
    const second = await readAll(busy.source, after(watermark));
    expect(Object.keys(second.words)).toEqual(['B']);
    expect(Object.keys((await readAll(busy.open(), after(second.watermark))).words)).toEqual(['A']);
  });

  it('comes to be used as soon as it is offered, and gives what was paid before its day', async () => {
    const { books, b, watermark } = await synced(NO_LEDGER);
    books.settle(b, 600, { on: '2026-03-09' });
    const { source, open } = fakeBusinessCentral(books);
    const { words, watermark: exact } = await readAll(source, after(watermark));
    expect(words['B']).toBe('payment 400 2026-03-01; payment 600 2026-03-09; 0 left; closed 2026-03-09');
    expect((await readAll(open(), after(exact))).invoices).toEqual([]);
  });
});

describe('without the ledger', () => {
  it('goes on from a ledger that is no longer offered, and says so', async () => {
    const { books, b, watermark } = await synced();
    books.settle(b, 100);
    const { source } = fakeBusinessCentral(books, NO_LEDGER);
    const { words, pages } = await readAll(source, after(watermark));
    expect(words['B']).toBe('unclassified 500 some day; 500 left');
    expect(pages[0]?.notes).toMatchObject([{ code: 'businessCentralDatesUnknown' }]);
  });

  it('takes two lists, and remembers only what is open and settled in part', async () => {
    const { watermark, next } = await synced(NO_LEDGER);
    expect(JSON.parse(watermark)).toEqual({ v: 1, at: expect.any(Number) as number, seen: { B: [40_000] } });
    await readAll(next.source, after(watermark));
    expect(next.asked('salesInvoices')).toEqual([
      "status eq 'Open'",
      expect.stringMatching(/^lastModifiedDateTime gt 2026-/),
    ]);
  });

  it('declares what it cannot tell', async () => {
    const { next, watermark } = await synced(NO_LEDGER);
    await readAll(next.source, after(watermark));
    expect(next.source.capabilities).toMatchObject({
      exactPaidDate: false,
      creditsApart: false,
      cursor: 'remaining-amounts',
    });
  });

  it('looks fifteen minutes further back than the time stamp of the last sync', async () => {
    const { watermark, next } = await synced(NO_LEDGER);
    await readAll(next.source, after(watermark));
    const at = (JSON.parse(watermark) as { at: number }).at;
    const [, filter = ''] = next.asked('salesInvoices');
    expect(Date.parse(filter.slice('lastModifiedDateTime gt '.length))).toBe(at - 15 * 60_000);
  });
});

describe('days on which amounts were first seen', () => {
  const DATED = { analytics: false, connection: { datedWhenFirstSeen: true } };
  const on = (day: string, hour = '12:00') => ({
    ...DATED,
    now: () => Date.parse(`${day}T${hour}:00Z`),
  });

  it('are the day of the sync in the user’s time zone, and marked', async () => {
    const books = keepBooks();
    books.settle(books.invoice('A', 1000), 1000);
    const late = { ...on('2026-03-10', '23:30'), timeZone: 'Europe/Oslo' };
    const { source } = fakeBusinessCentral(books, late);
    const { words, pages } = await readAll(source, since('2026-02-01'));
    expect(words).toEqual({ A: 'unclassified 1000 2026-03-11; 0 left; closed 2026-03-11; dateFirstSeen' });
    expect(pages[0]?.notes).toMatchObject([{ code: 'businessCentralDatesFirstSeen' }]);
  });

  it('stay when the same amount is seen again, whichever start date is chosen', async () => {
    const books = keepBooks();
    books.settle(books.invoice('A', 1000), 1000);
    books.settle(books.invoice('B', 1000), 400);
    const first = await readAll(fakeBusinessCentral(books, on('2026-03-10')).source, since('2026-02-01'));
    const second = await readAll(
      fakeBusinessCentral(books, on('2026-03-12')).source,
      since('2026-02-01', first.watermark),
    );
    expect(second.words).toEqual(first.words);
    const third = await readAll(
      fakeBusinessCentral(books, on('2026-03-14')).source,
      since('2026-02-01', second.watermark),
    );
    expect(third.words).toEqual(first.words);
  });

  it('are new when more is paid', async () => {
    const books = keepBooks();
    const invoice = books.invoice('A', 1000);
    books.settle(invoice, 400);
    const first = await readAll(fakeBusinessCentral(books, on('2026-03-10')).source, since('2026-02-01'));
    books.at('2026-03-11T09:00:00Z');
    books.settle(invoice, 600);
    const second = await readAll(fakeBusinessCentral(books, on('2026-03-12')).source, after(first.watermark));
    expect(second.words['A']).toBe('unclassified 1000 2026-03-12; 0 left; closed 2026-03-12; dateFirstSeen');
  });

  it('stay when the run that saw them failed, since Manage may show them already', async () => {
    const books = keepBooks();
    books.settle(books.invoice('A', 1000), 1000);
    const memory = fakeMemory();
    const { source } = fakeBusinessCentral(books, { ...on('2026-03-10'), memory });
    for await (const { invoices } of source.changes(since('2026-02-01'), never))
      if (invoices.length > 0) break;
    const later = fakeBusinessCentral(books, { ...on('2026-03-12'), memory });
    expect((await readAll(later.source, since('2026-02-01'))).words).toEqual({
      A: 'unclassified 1000 2026-03-10; 0 left; closed 2026-03-10; dateFirstSeen',
    });
    expect((await later.open().lookUp(['A'], never)).invoices).toMatchObject([{ closedOn: '2026-03-10' }]);
  });

  it('are kept before an invoice is told', async () => {
    const books = keepBooks();
    books.settle(books.invoice('A', 1000), 1000);
    const memory = { ...fakeMemory(), write: () => Promise.reject(new Problem('storageFull')) };
    const { source } = fakeBusinessCentral(books, { ...on('2026-03-10'), memory });
    await expect(readAll(source, since('2026-02-01'))).rejects.toMatchObject({
      reason: { code: 'storageFull' },
    });
  });

  it('begin anew where those that were kept cannot be read', async () => {
    const books = keepBooks();
    books.settle(books.invoice('A', 1000), 1000);
    const memory = { ...fakeMemory(), read: () => Promise.resolve('{"A":["much"]}') };
    const { source } = fakeBusinessCentral(books, { ...on('2026-03-10'), memory });
    expect((await readAll(source, since('2026-02-01'))).words['A']).toContain('closed 2026-03-10');
  });

  it('are known to whoever looks up single invoices', async () => {
    const books = keepBooks();
    books.settle(books.invoice('A', 1000), 1000);
    const first = await readAll(fakeBusinessCentral(books, on('2026-03-10')).source, since('2026-02-01'));
    const { source } = fakeBusinessCentral(books, on('2026-03-12'));
    expect((await source.lookUp(['A'], never, first.watermark)).invoices).toEqual(first.invoices);
  });

  it('are kept by every sync, so that none begins after the last one', async () => {
    const books = keepBooks();
    const { source } = fakeBusinessCentral(books, on('2026-03-10'));
    const { watermark } = await readAll(source, since('2026-02-01'));
    expect(source.reachesBack(since('2026-03-12'), watermark)).toBe(false);
    expect(source.reachesBack(since('2026-03-12', watermark), watermark)).toBe(true);
  });
});

describe('how far a sync reaches back', () => {
  it('is told by time for a day and by entry or time for a watermark', async () => {
    const { watermark, next } = await synced();
    const { source } = next;
    expect(source.reachesBack(since('2026-02-01'), watermark)).toBe(true);
    expect(source.reachesBack(since('2026-02-02'), watermark)).toBe(false);
    expect(source.reachesBack(after(watermark), watermark)).toBe(true);
    expect(source.reachesBack(since('2026-02-02'), 'broken' as Watermark)).toBe(true);
  });
});
