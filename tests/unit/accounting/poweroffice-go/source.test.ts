import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ChangePage, ChangeQuery, Watermark } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { fakePowerOffice, never, type FakeBooks } from './support/fake-power-office';
import { inWords } from './support/read';
import { entryRow, invoiceRow, ownEntry, type InvoiceRow } from './support/rows';

const watermark = (text: string): Watermark => text as Watermark;
const MARCH: ChangeQuery = { from: 'day', day: isoDate('2026-03-01'), timeZone: 'Europe/Oslo' };
const since = (text: string): ChangeQuery => ({ from: 'watermark', watermark: watermark(text) });

async function changes(books: FakeBooks, query: ChangeQuery = MARCH) {
  const fake = fakePowerOffice(books);
  const pages: ChangePage[] = [];
  for await (const page of fake.source.changes(query, never)) pages.push(page);
  return {
    ...fake,
    pages,
    numbers: pages.flatMap(({ invoices }) => invoices.map(({ number }) => number)),
    unreadable: pages.flatMap((page) => page.unreadable),
    watermark: pages.at(-1)?.watermark ?? null,
    listed: fake.asked('OutgoingInvoices').filter(({ searchParams }) => !searchParams.has('invoiceNos')),
    lookedUp: fake.asked('OutgoingInvoices').filter(({ searchParams }) => searchParams.has('invoiceNos')),
  };
}

/** So many unpaid invoices, numbered from 1000 on. */
const unpaid = (count: number, step = 1): InvoiceRow[] =>
  Array.from({ length: count }, (_, at) => invoiceRow({ InvoiceNo: 1000 + at * step }));

describe('changes since a moment', () => {
  const FILTER = 'balanceLastChangedDateTimeOffsetGreaterThan';

  test.each([
    [
      'a watermark of seven digits, ten minutes before it',
      since('2026-03-05T08:00:00.1234567+01:00'),
      '2026-03-05T06:50:00.123Z',
    ],
    ['a day in Oslo, ten minutes before its local midnight', MARCH, '2026-02-28T22:50:00.000Z'],
    [
      'a day in New York, ten minutes before midnight UTC',
      { ...MARCH, timeZone: 'America/New_York' },
      '2026-02-28T23:50:00.000Z',
    ],
  ])('are asked for from %s', async (_, query, from) => {
    const { listed } = await changes({}, query);
    expect(listed.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
      { [FILTER]: from, PageNumber: '1', PageSize: '1000' },
    ]);
  });

  it('take in what changed at the very moment of the watermark', async () => {
    const changed = '2026-03-05T08:00:00.1234567+00:00';
    const { numbers } = await changes(
      { invoices: [invoiceRow({ BalanceLastChangedDateTimeOffset: changed })] },
      since(changed),
    );
    expect(numbers).toEqual(['100']);
  });

  it('end with an empty page after a full one', async () => {
    const { pages, listed, numbers } = await changes({ invoices: unpaid(1000) });
    expect(listed).toHaveLength(2);
    expect(pages.map(({ invoices }) => invoices.length)).toEqual([1000, 0]);
    expect(pages.map((page) => page.watermark !== null)).toEqual([false, true]);
    expect(new Set(numbers).size).toBe(1000);
  });

  it('end with a page that is not full', async () => {
    const { pages, listed } = await changes({ invoices: unpaid(999) });
    expect(listed).toHaveLength(1);
    expect(pages.map(({ invoices }) => invoices.length)).toEqual([999]);
  });

  it('leave out drafts, which have no number yet', async () => {
    const { numbers, unreadable } = await changes({
      invoices: [
        invoiceRow({ InvoiceNo: null, CurrencyCode: '?' }),
        invoiceRow({ InvoiceNo: null }),
        invoiceRow(),
      ],
    });
    expect(numbers).toEqual(['100']);
    expect(unreadable).toEqual([]);
  });

  it('surface a rate limit that outlasted all repetitions', async () => {
    const instead: FakeBooks['instead'] = ({ pathname }) =>
      pathname.endsWith('/OutgoingInvoices') ? { status: 429 } : undefined;
    await expect(changes({ instead })).rejects.toMatchObject({
      reason: { code: 'rateLimited' },
      retryable: true,
    });
  });

  it('end when they are stopped', async () => {
    const { source } = fakePowerOffice({ invoices: unpaid(1) });
    const first = source
      .changes(MARCH, AbortSignal.abort(new Error('stopped')))
      [Symbol.asyncIterator]()
      .next();
    await expect(first).rejects.toThrow('stopped');
  });
});

describe('invoices that share a number', () => {
  const BEFORE = '2026-01-01T00:00:00.0000000+00:00';
  const reversed = invoiceRow({ Id: 'reversed', IsReversed: true, Balance: 0 });
  const live = invoiceRow({ Id: 'live' });

  test.each([
    ['the reversed one changed', [reversed, { ...live, BalanceLastChangedDateTimeOffset: BEFORE }]],
    ['the live one changed', [{ ...reversed, BalanceLastChangedDateTimeOffset: BEFORE }, live]],
    [
      'a live one changed beside another live one',
      [live, { ...live, Id: 'twin', BalanceLastChangedDateTimeOffset: BEFORE }],
    ],
  ])('come together when only %s', async (_, invoices) => {
    const { pages } = await changes({ invoices });
    expect(pages[0]?.invoices.map(({ id }) => id).sort()).toEqual(invoices.map(({ Id }) => Id).sort());
  });

  it('come on one page, once, when they are a page apart', async () => {
    const { pages } = await changes({ invoices: [reversed, ...unpaid(1000), live] });
    const where = pages.map(({ invoices }) =>
      invoices.filter(({ number }) => number === '100').map(({ id }) => id),
    );
    expect(where).toEqual([['reversed', 'live'], []]);
  });

  it('are looked up with few requests, each address within 2,000 characters', async () => {
    const { lookedUp } = await changes({ invoices: unpaid(900, 3) });
    expect(lookedUp.length).toBeLessThanOrEqual(4);
    for (const { href } of lookedUp) expect(href.length).toBeLessThanOrEqual(2000);
  });

  it('numbered in a row are looked up as a range', async () => {
    const { lookedUp } = await changes({ invoices: unpaid(400) });
    expect(lookedUp.map(({ searchParams }) => searchParams.get('invoiceNos'))).toEqual(['1000-1399']);
  });

  it('are taken as the look-up tells them, which is later than the list', async () => {
    const changed = invoiceRow({ MatchId: 7, Balance: 0 });
    const { pages } = await changes({
      invoices: [changed],
      entries: [ownEntry(changed), entryRow({ Amount: -1000 })],
      instead: ({ searchParams }) =>
        searchParams.has('balanceLastChangedDateTimeOffsetGreaterThan')
          ? { text: JSON.stringify([invoiceRow()]) }
          : undefined,
    });
    expect(pages[0]?.invoices.map(inWords)).toMatchObject([{ settled: ['payment 1000.00 2026-03-01'] }]);
  });
});

describe('what cannot be read', () => {
  const malformed = { ...invoiceRow({ InvoiceNo: 101 }), TotalAmount: 'much' } as unknown as InvoiceRow;

  it('is told by its number, and the rest of the page goes on', async () => {
    const { numbers, unreadable } = await changes({ invoices: [invoiceRow(), malformed, ...unpaid(2)] });
    expect(numbers).toEqual(['100', '1000', '1001']);
    expect(unreadable).toEqual([
      {
        number: '101',
        reason: {
          code: 'wrongShape',
          params: { what: 'PowerOffice Go OutgoingInvoices', where: 'TotalAmount: not a number' },
        },
      },
    ]);
  });

  it('makes the other invoices of its number unreadable too: either may be the live one', async () => {
    const { numbers, unreadable } = await changes({
      invoices: [malformed, invoiceRow({ InvoiceNo: 101, Id: 'twin' })],
    });
    expect(numbers).toEqual([]);
    expect(unreadable.map(({ number }) => number)).toEqual(['101']);
  });

  it('is told once when its number comes on two pages', async () => {
    const { unreadable } = await changes({
      invoices: [malformed, ...unpaid(1000), { ...malformed, Id: 'twin' }],
    });
    expect(unreadable.map(({ number }) => number)).toEqual(['101']);
  });

  it('counts towards a full page', async () => {
    const { listed } = await changes({ invoices: [malformed, ...unpaid(999)] });
    expect(listed).toHaveLength(2);
  });

  test.each([
    ['a row that is no object', ['nonsense'], ['']],
    ['a number that is none', [{ ...malformed, InvoiceNo: true }], ['']],
    ['a number in markup, as text', [{ ...malformed, InvoiceNo: '<img onerror=x>' }], ['<img onerror=x>']],
    ['each of several rows without a number', ['nonsense', 'nonsense'], ['', '']],
  ])('is told for %s', async (_, rows, told) => {
    const { unreadable } = await changes({
      instead: ({ pathname }) =>
        pathname.endsWith('/OutgoingInvoices') ? { text: JSON.stringify(rows) } : undefined,
    });
    expect(unreadable.map(({ number }) => number)).toEqual(told);
  });

  it('is told for an invoice whose match group is malformed, with all that share its number', async () => {
    const invoice = invoiceRow({ MatchId: 7, Balance: 0 });
    const reversed = invoiceRow({ Id: 'reversed', IsReversed: true, Balance: 0 });
    const { numbers, unreadable } = await changes({
      invoices: [reversed, invoice, ...unpaid(1)],
      entries: [ownEntry(invoice), entryRow({ Amount: -1000, PostingDate: '2026-02-30' })],
    });
    expect(numbers).toEqual(['1000']);
    expect(unreadable).toMatchObject([{ number: '100', reason: { code: 'wrongShape' } }]);
  });
});

describe('how far the books were read', () => {
  const at = (BalanceLastChangedDateTimeOffset: string | null, InvoiceNo = 100): InvoiceRow =>
    invoiceRow({ InvoiceNo, BalanceLastChangedDateTimeOffset });

  test.each<[string, FakeBooks, string | null]>([
    ['nothing changed: the moment before asking', {}, '2026-03-10T11:59:59.750Z'],
    [
      'the newest change, to the last digit',
      { invoices: [at('2026-03-05T08:00:00.1234567+00:00'), at('2026-03-05T08:00:00.1234568+00:00', 101)] },
      '2026-03-05T08:00:00.1234568+00:00',
    ],
    [
      'never later than the moment before asking',
      { invoices: [at('2026-03-10T11:59:59.7500001Z')] },
      '2026-03-10T11:59:59.750Z',
    ],
    [
      'without the vendor clock, the newest change',
      { invoices: [at('2026-03-05T08:00:00.1Z')], date: null },
      '2026-03-05T08:00:00.1Z',
    ],
    ['without clock and changes, unknown', { date: null }, null],
    ['an unreadable clock is none', { date: 'soon' }, null],
  ])('%s', async (_, books, expected) => {
    expect((await changes(books)).watermark).toBe(expected);
  });

  it('ignores a change whose moment is no timestamp', async () => {
    const text = JSON.stringify([at('2026-03-05T08:00:00.1Z'), at('last week', 101)]);
    const { watermark: reached } = await changes({
      instead: ({ searchParams }) => (searchParams.get('PageNumber') === '1' ? { text } : undefined),
    });
    expect(reached).toBe('2026-03-05T08:00:00.1Z');
  });

  it('is not moved by later pages when the vendor clock is not known', async () => {
    const late = at('2026-03-09T00:00:00Z', 9999);
    const { watermark: reached } = await changes({ invoices: [...unpaid(1000), late], date: null });
    expect(reached).toBe('2026-03-05T08:00:00.1234567+00:00');
  });

  it('is told by later pages when the vendor clock is known', async () => {
    const late = at('2026-03-09T00:00:00Z', 9999);
    const { watermark: reached } = await changes({ invoices: [...unpaid(1000), late] });
    expect(reached).toBe('2026-03-09T00:00:00Z');
  });

  it('never goes back behind the watermark a run began at', async () => {
    const start = '2026-03-05T08:05:00.0000001+00:00';
    const { watermark: reached } = await changes(
      { invoices: [at('2026-03-05T08:00:00.1234567+00:00')] },
      since(start),
    );
    expect(reached).toBe(start);
  });

  test.each([
    ['a watermark reaches back to itself', since('2026-03-05T08:00:00.1234567Z'), true],
    ['one a tenth of a microsecond later does not', since('2026-03-05T08:00:00.1234568Z'), false],
    ['nor does the day after', { ...MARCH, day: isoDate('2026-03-06') }, false],
    ['the same day does', { ...MARCH, day: isoDate('2026-03-05') }, true],
  ])('%s', (_, query, expected) => {
    const { source } = fakePowerOffice({});
    expect(source.reachesBack(query, watermark('2026-03-05T08:00:00.1234567Z'))).toBe(expected);
  });

  it('of two watermarks is the later one', () => {
    const { source } = fakePowerOffice({});
    const [early, late] = [
      watermark('2026-03-05T09:00:00.1234567+01:00'),
      watermark('2026-03-05T08:00:00.1234568Z'),
    ];
    expect(source.later(early, late)).toBe(late);
    expect(source.later(late, early)).toBe(late);
  });
});

describe('looking invoices up', () => {
  it('finds them whenever they changed, with everything that shares their number', async () => {
    const old = invoiceRow({ Id: 'old', IsReversed: true, BalanceLastChangedDateTimeOffset: null });
    const { source } = fakePowerOffice({ invoices: [old, invoiceRow(), ...unpaid(5)] });
    const { invoices, watermark: reached } = await source.lookUp(['100', '1002'], never);
    expect(invoices.map(({ id }) => id).sort()).toEqual(['invoice-100', 'invoice-1002', 'old']);
    expect(reached).toBeNull();
  });

  it('leaves out what was not asked for', async () => {
    const rows = [invoiceRow(), invoiceRow({ InvoiceNo: 101 })];
    const { source } = fakePowerOffice({
      instead: ({ searchParams }) =>
        searchParams.has('invoiceNos') ? { text: JSON.stringify(rows) } : undefined,
    });
    const { invoices } = await source.lookUp(['101'], never);
    expect(invoices.map(({ number }) => number)).toEqual(['101']);
  });

  it('never asks for numbers that PowerOffice Go cannot have', async () => {
    const { source, requests } = fakePowerOffice({ invoices: unpaid(5) });
    expect(
      await source.lookUp(['A-1000', '01000', '99999999999999999999', '1000-', '', '-5'], never),
    ).toEqual({
      invoices: [],
      unreadable: [],
      watermark: null,
    });
    expect(requests).toEqual([]);
  });

  it('keeps every address within 2,000 characters', async () => {
    const books = unpaid(1500, 7);
    const { source, asked } = fakePowerOffice({ invoices: books });
    const { invoices } = await source.lookUp(
      books.map(({ InvoiceNo }) => String(InvoiceNo)),
      never,
    );
    expect(invoices).toHaveLength(1500);
    expect(asked('OutgoingInvoices').length).toBeLessThanOrEqual(5);
    for (const { href } of asked('OutgoingInvoices')) expect(href.length).toBeLessThanOrEqual(2000);
  });

  it('takes the ledger in bulk as well', async () => {
    const books = unpaid(200).map((row, at) => ({ ...row, MatchId: at + 1, Balance: 0 }));
    const entries = books.flatMap((row) => [
      ownEntry(row),
      entryRow({ Amount: -1000, MatchId: row.MatchId }),
    ]);
    const { source, requests } = fakePowerOffice({ invoices: books, entries });
    const { invoices } = await source.lookUp(
      books.map(({ InvoiceNo }) => String(InvoiceNo)),
      never,
    );
    expect(invoices.every(({ closedOn }) => closedOn === '2026-03-01')).toBe(true);
    // The token, the invoices and the statement.
    expect(requests).toHaveLength(3);
  });
});

describe('a statement and single groups', () => {
  const settling = fc.record({
    share: fc.integer({ min: 1, max: 100 }),
    type: fc.constantFrom('BankJournal', 'OutgoingCreditNote', 'Unknown'),
    day: fc.constantFrom('2025-12-20', '2026-02-14', '2026-03-02'),
    writeOff: fc.boolean(),
  });
  const group = fc.record({
    totals: fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 3 }),
    settlings: fc.array(settling, { minLength: 1, maxLength: 3 }),
  });

  it('tell the same of every invoice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(group, { minLength: 30, maxLength: 35 }), async (groups) => {
        const invoices: InvoiceRow[] = [];
        const entries = groups.flatMap(({ totals, settlings }, at) => {
          const MatchId = at + 1;
          const own = totals.map((total, position) =>
            invoiceRow({
              InvoiceNo: 1000 + at * 3 + position,
              MatchId,
              TotalAmount: total / 100,
              Balance: 0,
            }),
          );
          invoices.push(...own);
          const settled = totals.reduce((sum, total) => sum + total, 0);
          const shares = settlings.reduce((sum, { share }) => sum + share, 0);
          let left = settled;
          const closing = settlings.map(({ share, type, day, writeOff }, position) => {
            const part = position === settlings.length - 1 ? left : Math.floor((settled * share) / shares);
            left -= part;
            return entryRow({
              Amount: -part / 100,
              MatchId,
              VoucherType: type,
              PostingDate: day,
              IsWriteOff: writeOff,
            });
          });
          return [...own.map((invoice) => ownEntry(invoice)), ...closing];
        });
        const numbers = invoices.map(({ InvoiceNo }) => String(InvoiceNo));
        const { source } = fakePowerOffice({ invoices, entries });
        const inBulk = await source.lookUp(numbers, never);
        const oneByOne = [];
        for (let at = 0; at < numbers.length; at += 20) {
          oneByOne.push(...(await source.lookUp(numbers.slice(at, at + 20), never)).invoices);
        }
        expect(inBulk.invoices).toEqual(oneByOne);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the documented example', () => {
  it('invoice 12345 of customer 10018 over 1250, closed by a bank journal line, is paid in full', async () => {
    const invoice = invoiceRow({ InvoiceNo: 12345, TotalAmount: 1250, Balance: 0, MatchId: 7 });
    const { pages } = await changes({
      invoices: [invoice],
      entries: [ownEntry(invoice), entryRow({ Amount: -1250 })],
    });
    expect(pages[0]?.invoices).toMatchObject([
      { number: '12345', customerNumber: '10018', closedOn: '2026-03-01' },
    ]);
    expect(pages[0]?.invoices.map(inWords)[0]?.settled).toEqual(['payment 1250.00 2026-03-01']);
  });
});
