import type { AccountingSource, ChangePage, Watermark } from '@/utils/accounting/source';
import type { AccountingInvoice, Settlement } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { money } from '@/utils/payments/money';

/** A payment of so many øre on a day. */
export function payment(minor: number, day: string): Settlement {
  return { kind: 'payment', date: isoDate(day), amount: money(minor, 'NOK'), reference: '' };
}

/** An invoice of the books over so many øre, with what settled it. */
export function booked(
  number: string,
  total: number,
  settlements: readonly Settlement[] = [],
  more: Partial<AccountingInvoice> = {},
): AccountingInvoice {
  const remaining = total - settlements.reduce((sum, { amount }) => sum + amount.minor, 0);
  const days = settlements.flatMap(({ date }) => date ?? []).sort();
  return {
    id: `books-${number}`,
    number,
    kind: 'invoice',
    ledger: 'receivable',
    state: 'posted',
    customerNumber: '10018',
    currency: 'NOK',
    total: money(total, 'NOK'),
    settlements,
    remaining: money(remaining, 'NOK'),
    closedOn: remaining === 0 ? (days.at(-1) ?? null) : null,
    notes: [],
    ...more,
  };
}

export const mark = (text: string): Watermark => text as Watermark;

/** Books whose watermarks are plain texts in order, listing given pages as what changed. */
export function books(
  pages: readonly (Partial<ChangePage> & { invoices: readonly AccountingInvoice[] })[],
  more: Partial<AccountingSource> = {},
): AccountingSource {
  return {
    capabilities: {
      ledgers: ['receivable'],
      exactPaidDate: true,
      creditsApart: true,
      cursor: 'timestamp',
      overlapMinutes: 10,
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- an async generator by contract
    async *changes(_, signal) {
      for (const [at, page] of pages.entries()) {
        signal.throwIfAborted();
        yield { unreadable: [], watermark: at === pages.length - 1 ? mark('2026-11-20') : null, ...page };
      }
    },
    lookUp: (numbers) =>
      Promise.resolve({
        invoices: pages.flatMap(({ invoices }) => invoices.filter(({ number }) => numbers.includes(number))),
        unreadable: [],
        watermark: null,
      }),
    reachesBack: (query, watermark) =>
      (query.from === 'watermark' ? query.watermark : query.day) <= watermark,
    later: (a, b) => (a >= b ? a : b),
    ...more,
  };
}
