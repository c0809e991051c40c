import { describe, expect, test } from 'vitest';
import type { ChangeQuery } from '@/utils/accounting/source';
import { isoDate } from '@/utils/payments/iso-date';
import { fakePowerOffice, never, type FakeBooks } from './support/fake-power-office';
import { billEntry, billRow, entryRow, invoiceRow, ownEntry } from './support/rows';

const MARCH: ChangeQuery = { from: 'day', day: isoDate('2026-03-01'), timeZone: 'Europe/Oslo' };

const of = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** So many invoices that were paid, one payment for each. */
function paidInvoices(count: number): FakeBooks {
  const invoices = of(count, (at) => invoiceRow({ InvoiceNo: 10_000 + at, MatchId: at + 1, Balance: 0 }));
  const payments = of(count, (at) => entryRow({ Amount: -1000, MatchId: at + 1 }));
  return { invoices, entries: [...invoices.map((invoice) => ownEntry(invoice)), ...payments] };
}

/** So many bills that were paid, numbered by vendors as they like, one payment for each. */
function paidBills(count: number): FakeBooks {
  const bills = of(count, (at) =>
    billRow({ VoucherNo: 40_000 + at * 2, InvoiceNo: `INV-${at * 37}`, MatchId: at + 1, Balance: 0 }),
  );
  const payments = of(count, (at) => entryRow({ Amount: 1000, MatchId: at + 1 }));
  return { bills, entries: [...bills.map((bill) => billEntry(bill)), ...payments] };
}

describe('the requests that a run sends', () => {
  test.each([
    ['invoices', 100, 4],
    ['invoices', 1000, 6],
    ['invoices', 10_000, 37],
    ['bills', 100, 6],
    ['bills', 1000, 25],
    ['bills', 10_000, 162],
  ])(
    'for %s: %i that changed take at most %i',
    async (what, count, most) => {
      const { source, requests } = fakePowerOffice(what === 'bills' ? paidBills(count) : paidInvoices(count));
      let told = 0;
      for await (const { invoices } of source.changes(MARCH, never)) {
        told += invoices.filter(({ closedOn }) => closedOn !== null).length;
      }
      expect(told).toBe(count);
      expect(requests.length).toBeLessThanOrEqual(most);
      // Ten thousand take a while on a busy machine.
    },
    180_000,
  );

  test.each([
    [100, 6],
    [1000, 24],
  ])('for %i bills that orders list take at most %i', async (count, most) => {
    const { source, requests } = fakePowerOffice(paidBills(count));
    const numbers = of(count, (at) => `INV-${at * 37}`);
    const { invoices } = await source.lookUp(numbers, never);
    expect(invoices).toHaveLength(count);
    expect(requests.length).toBeLessThanOrEqual(most);
  });
});
