import { TZDate } from '@date-fns/tz';
import type { AccountingSource, ChangePage, ChangeQuery, Watermark } from '@/utils/accounting/source';
import type { PowerOfficeApi } from './api';
import type { OutgoingInvoice } from './schemas';
import { toAccountingInvoice } from './to-accounting-invoice';

const OVERLAP_MINUTES = 10;
const PAGE_SIZE = 1000;

/** PowerOffice Go as an accounting source: outgoing invoices by the moment their balance last changed. */
export function createPowerOfficeSource({ api }: { api: PowerOfficeApi }): AccountingSource {
  async function page(rows: readonly OutgoingInvoice[], signal: AbortSignal): Promise<ChangePage> {
    const invoices = [];
    for (const row of rows) {
      const group = row.MatchId == null ? [] : (await api.entriesByMatchId(row.MatchId, signal)).rows;
      invoices.push(toAccountingInvoice(row, group));
    }
    return { invoices, unreadable: [], watermark: null };
  }

  return {
    capabilities: {
      ledgers: ['receivable'],
      exactPaidDate: true,
      creditsApart: true,
      cursor: 'timestamp',
      overlapMinutes: OVERLAP_MINUTES,
    },

    async *changes(query, signal) {
      let ceiling: Watermark | null = null;
      for (let number = 1; ; number += 1) {
        const { rows, answer } = await api.outgoingInvoices(
          {
            balanceLastChangedDateTimeOffsetGreaterThan: askFrom(query),
            PageNumber: String(number),
            PageSize: String(PAGE_SIZE),
          },
          signal,
        );
        ceiling ??= momentBefore(answer);
        const last = rows.length < PAGE_SIZE;
        yield { ...(await page(rows, signal)), watermark: last ? ceiling : null };
        if (last) return;
      }
    },

    async lookUp(numbers, signal) {
      const { rows } = await api.outgoingInvoices({ invoiceNos: numbers.join(',') }, signal);
      return page(rows, signal);
    },

    check: () => Promise.resolve([]),

    reachesBack: (query, watermark) => instantOf(query) <= Date.parse(watermark),

    later: (a, b) => (Date.parse(a) >= Date.parse(b) ? a : b),
  };
}

/** The instant a query begins at, before any overlap. Asking for too much does no harm, so of local midnight and midnight UTC the earlier. */
function instantOf(query: ChangeQuery): number {
  if (query.from === 'watermark') return Date.parse(query.watermark);
  const [year, month, day] = query.day.split('-').map(Number) as [number, number, number];
  return Math.min(new TZDate(year, month - 1, day, query.timeZone).getTime(), Date.UTC(year, month - 1, day));
}

function askFrom(query: ChangeQuery): string {
  return new Date(instantOf(query) - OVERLAP_MINUTES * 60_000).toISOString();
}

/** The moment before the request was sent, by the vendor's clock: its `Date` header less the time the answer took. */
function momentBefore(answer: { headers: Headers; tookMs: number }): Watermark | null {
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(date)) return null;
  return new Date(date - Math.ceil(answer.tookMs)).toISOString() as Watermark;
}
