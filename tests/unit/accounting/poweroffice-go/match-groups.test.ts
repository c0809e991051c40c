import { describe, expect, it } from 'vitest';
import { createMatchGroups } from '@/utils/accounting/poweroffice-go/match-groups';
import { Problem } from '@/utils/payments/problem';
import { fakePowerOffice, never, NOW, type FakeBooks } from './support/fake-power-office';
import { readInvoice } from './support/read';
import { entryRow, invoiceRow, ownEntry, type EntryRow, type InvoiceRow } from './support/rows';

/** So many paid invoices, each in a match group of its own. */
function paidInvoices(count: number, with_: Partial<InvoiceRow> = {}) {
  const invoices = Array.from({ length: count }, (_, at) =>
    invoiceRow({ InvoiceNo: 100 + at, MatchId: 1 + at, Balance: 0, ...with_ }),
  );
  const entries = invoices.flatMap((invoice) => [
    ownEntry(invoice),
    entryRow({ Amount: -1000, MatchId: invoice.MatchId }),
  ]);
  return { invoices, entries };
}

function matchGroups(books: FakeBooks) {
  const fake = fakePowerOffice(books);
  const groups = createMatchGroups({ api: fake.api, now: () => NOW });
  return {
    ...fake,
    of: (invoices: readonly InvoiceRow[]) =>
      groups.of(
        invoices.map((row) => readInvoice(row)),
        never,
      ),
    counts: () => ({
      statements: fake.asked('Statement').length,
      singles: fake.asked('EntriesByMatchId').length,
    }),
  };
}

const size = (entries: readonly EntryRow[], matchId: number): number =>
  entries.filter(({ MatchId }) => MatchId === matchId).length;

describe('match groups', () => {
  it('are asked for one by one while they are few', async () => {
    const { invoices, entries } = paidInvoices(29);
    const groups = matchGroups({ entries });
    expect((await groups.of(invoices)).size).toBe(29);
    expect(groups.counts()).toEqual({ statements: 0, singles: 29 });
  });

  it('come from one statement from thirty upwards, from the oldest invoice to a year ahead', async () => {
    const { invoices, entries } = paidInvoices(30);
    const [first, ...others] = invoices;
    const old = { ...first, VoucherDate: '2025-11-17' } as InvoiceRow;
    const groups = matchGroups({ entries });
    expect((await groups.of([...others, old])).size).toBe(30);
    expect(groups.counts()).toEqual({ statements: 1, singles: 0 });
    expect(Object.fromEntries(groups.asked('Statement')[0]?.searchParams ?? [])).toEqual({
      fromDate: '2025-11-17',
      toDate: '2027-03-11',
      PageNumber: '1',
      PageSize: '5000',
    });
  });

  it('are not asked for where nothing is settled', async () => {
    const groups = matchGroups({});
    const known = await groups.of([
      invoiceRow(),
      invoiceRow({ MatchId: 1 }),
      invoiceRow({ MatchId: 2, Balance: null }),
      invoiceRow({ MatchId: 3, Balance: 0, IsReversed: true }),
      invoiceRow({ MatchId: null, Balance: 0 }),
    ]);
    expect(known.size).toBe(0);
    expect(groups.requests).toEqual([]);
  });

  it('are asked for once, however many invoices of a run share them', async () => {
    const invoices = [100, 101, 102].map((InvoiceNo) => invoiceRow({ InvoiceNo, MatchId: 7, Balance: 0 }));
    const entries = [...invoices.map((invoice) => ownEntry(invoice)), entryRow({ Amount: -3000 })];
    const groups = matchGroups({ entries });
    await groups.of(invoices.slice(0, 2));
    const later = await groups.of(invoices.slice(2));
    expect(later.get('7')).toMatchObject({ entries: { length: 4 } });
    expect(groups.counts()).toEqual({ statements: 0, singles: 1 });
  });

  it('are asked for again when one of their invoices has changed since', async () => {
    const before = invoiceRow({ MatchId: 7, Balance: 600 });
    const after = invoiceRow({ MatchId: 7, Balance: 0 });
    const entries = [ownEntry(before), entryRow({ Amount: -400 })];
    const groups = matchGroups({ entries });
    await groups.of([before]);
    entries.splice(0, 2, ownEntry(after), entryRow({ Amount: -400 }), entryRow({ Amount: -600 }));
    expect((await groups.of([after])).get('7')).toMatchObject({ entries: { length: 3 } });
    expect(groups.counts().singles).toBe(2);
  });

  it('that were read on their own are not asked for again, even if they do not add up', async () => {
    const invoices = [100, 101].map((InvoiceNo) => invoiceRow({ InvoiceNo, MatchId: 7, Balance: 0 }));
    const entries = [...invoices.map((invoice) => ownEntry(invoice)), entryRow({ Amount: -1999 })];
    const groups = matchGroups({ entries });
    for (const invoice of invoices) await groups.of([invoice]);
    expect(groups.counts().singles).toBe(1);
  });

  it('that a statement begins too late for are asked for on their own', async () => {
    const { invoices, entries } = paidInvoices(40);
    const prepaid = entries.find(({ Amount, MatchId }) => Amount < 0 && MatchId === 5);
    if (prepaid !== undefined) prepaid.PostingDate = '2025-12-24';
    const groups = matchGroups({ entries });
    const known = await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 1, singles: 1 });
    expect(groups.asked('EntriesByMatchId')[0]?.searchParams.get('matchId')).toBe('5');
    expect(known.get('5')).toMatchObject({ entries: { length: size(entries, 5) } });
  });

  it('of which the statement knows another balance are asked for on their own', async () => {
    const { invoices, entries } = paidInvoices(30);
    const changed = invoices.map((invoice) => (invoice.MatchId === 3 ? { ...invoice, Balance: 1 } : invoice));
    const groups = matchGroups({ entries });
    await groups.of(changed);
    expect(groups.counts()).toEqual({ statements: 1, singles: 1 });
  });

  it('in one foreign currency add up in that currency, whatever the rates', async () => {
    const euro = { CurrencyCode: 'EUR', TotalPostedAmount: 11_500 };
    const { invoices } = paidInvoices(30, euro);
    const entries = invoices.flatMap((invoice) => [
      ownEntry(invoice),
      entryRow({ Amount: -11_702.33, CurrencyAmount: -1000, CurrencyCode: 'EUR', MatchId: invoice.MatchId }),
    ]);
    const groups = matchGroups({ entries });
    expect((await groups.of(invoices)).size).toBe(30);
    expect(groups.counts()).toEqual({ statements: 1, singles: 0 });
  });

  it('of a partly paid foreign invoice add up in the currency of the books', async () => {
    const { invoices } = paidInvoices(30, { CurrencyCode: 'EUR', TotalPostedAmount: 11_500, Balance: 6700 });
    const entries = invoices.flatMap((invoice) => [
      ownEntry(invoice),
      entryRow({ Amount: -4800, CurrencyAmount: -400, CurrencyCode: 'EUR', MatchId: invoice.MatchId }),
    ]);
    const groups = matchGroups({ entries });
    await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 1, singles: 0 });
  });

  it('of a partly paid foreign invoice whose share is rounded add up but for that rounding', async () => {
    const baht = { CurrencyCode: 'THB', TotalPostedAmount: 301.23, Balance: 180.74 };
    const { invoices } = paidInvoices(30, baht);
    const entries = invoices.flatMap((invoice) => [
      ownEntry(invoice),
      entryRow({ Amount: -118, CurrencyAmount: -400, CurrencyCode: 'THB', MatchId: invoice.MatchId }),
    ]);
    const groups = matchGroups({ entries });
    await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 1, singles: 0 });
  });

  it('in one foreign currency of which a payment is missing are asked for on their own', async () => {
    const { invoices } = paidInvoices(30, { CurrencyCode: 'EUR', TotalPostedAmount: 11_500 });
    const entries = invoices.flatMap((invoice) => [
      ownEntry(invoice),
      entryRow({ Amount: -5900, CurrencyAmount: -500, CurrencyCode: 'EUR', MatchId: invoice.MatchId }),
    ]);
    const groups = matchGroups({ entries });
    await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 1, singles: 30 });
  });

  it('of several currencies need not add up', async () => {
    const { invoices } = paidInvoices(30, { CurrencyCode: 'EUR', TotalPostedAmount: 11_500 });
    const entries = invoices.flatMap((invoice) => [
      ownEntry(invoice),
      entryRow({ Amount: -11_702.33, MatchId: invoice.MatchId }),
    ]);
    const groups = matchGroups({ entries });
    await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 1, singles: 0 });
  });

  it('of several currencies with nothing on one side are asked for on their own', async () => {
    const { invoices } = paidInvoices(30, { CurrencyCode: 'EUR', TotalPostedAmount: 11_500 });
    const entries = invoices.flatMap((invoice) => [
      ownEntry(invoice),
      entryRow({ Amount: 5, MatchId: invoice.MatchId }),
      entryRow({ Amount: -11_505, MatchId: invoice.MatchId, PostingDate: '2025-01-01' }),
    ]);
    const groups = matchGroups({ entries });
    await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 1, singles: 30 });
  });

  it('are read from a statement of several pages, counting an entry that comes twice once', async () => {
    const { invoices, entries } = paidInvoices(40);
    const many = Array.from({ length: 4990 }, () => entryRow({ Amount: 1, MatchId: null }));
    const shifted = [...many, ...entries.slice(0, 10), ...entries.slice(6)];
    const groups = matchGroups({ entries: shifted });
    const known = await groups.of(invoices);
    expect(groups.counts()).toEqual({ statements: 2, singles: 0 });
    expect([...known.values()]).toEqual(
      Array.from({ length: 40 }, () => ({ entries: expect.objectContaining({ length: 2 }) as unknown })),
    );
  });

  it('are asked for one by one when no invoice has a date', async () => {
    const { invoices, entries } = paidInvoices(30);
    const undated = invoices.map((invoice) => ({ ...invoice, VoucherDate: 'unknown' }));
    const groups = matchGroups({ entries });
    await groups.of(undated);
    expect(groups.counts()).toEqual({ statements: 0, singles: 30 });
  });
});

describe('a match group that cannot be read', () => {
  const invoice = invoiceRow({ MatchId: 7, Balance: 0 });

  it.each([
    [
      'a malformed entry',
      { text: JSON.stringify([{ ...ownEntry(invoice), PostingDate: 'soon' }]) },
      'wrongShape',
    ],
    ['a page instead of data', { text: '<html>' }, 'notJson'],
    ['a refusal', { status: 400, text: '{"detail":"No such match."}' }, 'powerOfficeRefused'],
    ['a server that stumbles over it', { status: 500 }, 'httpStatus'],
  ])('for %s is told as such, and the others go on', async (_, answer, code) => {
    const { invoices, entries } = paidInvoices(3);
    const groups = matchGroups({
      entries,
      instead: ({ searchParams }) => (searchParams.get('matchId') === '7' ? answer : undefined),
    });
    const known = await groups.of([invoice, ...invoices]);
    expect(known.get('7')).toMatchObject({ unreadable: { code } });
    expect([...known.values()].filter((group) => 'entries' in group)).toHaveLength(3);
  });

  it.each([403, 429])(
    'because nothing can be read (%i) ends the run without asking for the rest',
    async (status) => {
      const { invoices } = paidInvoices(29);
      const groups = matchGroups({
        instead: ({ pathname }) => (pathname.endsWith('/EntriesByMatchId') ? { status } : undefined),
      });
      await expect(groups.of(invoices)).rejects.toBeInstanceOf(Problem);
      await new Promise((resolve) => setTimeout(resolve));
      // Those under way at the first refusal, and those that took their places before it was heard of.
      expect(groups.counts().singles).toBeLessThanOrEqual(10);
    },
  );
});
