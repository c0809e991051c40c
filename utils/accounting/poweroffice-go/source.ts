import type { AccountingSource, ChangePage } from '@/utils/accounting/source';
import type { AccountingInvoice } from '@/utils/payments/accounting-invoice';
import type { Reason } from '@/utils/payments/reason';
import { readBillsByNumber } from './bills-by-number';
import { createMatchGroups, type MatchGroups } from './match-groups';
import { numberOf } from './number-column';
import { numberGroups, readByNumber, type NumberGroups, type ReadByNumberOptions } from './number-groups';
import { pages } from './pages';
import { queryInstant } from './query-instant';
import type { SubLedger } from './sub-ledger';
import { compareTimestamps, floorToMs, laterTimestamp } from './timestamp';
import { toAccountingInvoice } from './to-accounting-invoice';
import { createWatermarkReckoning } from './watermark';

/** Read again before the watermark each time: the filter is exclusive, and the vendor's replica may lag. */
const OVERLAP_MINUTES = 10;

const PAGE_SIZE = 1000;

export interface PowerOfficeSourceOptions extends ReadByNumberOptions {
  readonly subLedger: SubLedger;
}

/** PowerOffice Go as an accounting source: one ledger's invoices by the moment their balance last changed. */
export function createPowerOfficeSource(options: PowerOfficeSourceOptions): AccountingSource {
  const { api, column, now, subLedger } = options;
  const { ledger } = subLedger;
  const byNumber = ledger === 'payable' ? readBillsByNumber : readByNumber;

  async function toPage(
    { invoices, unreadable }: NumberGroups,
    matchGroups: MatchGroups,
    signal: AbortSignal,
  ): Promise<Omit<ChangePage, 'watermark'>> {
    const groups = await matchGroups.of(
      invoices.map(({ row }) => row),
      signal,
    );
    const withoutGroup = new Map<string, Reason>();
    const read: AccountingInvoice[] = [];
    for (const { number, row } of invoices) {
      const group = groups.get(row.MatchId ?? '') ?? { entries: [] };
      if ('entries' in group) read.push(toAccountingInvoice(number, row, group.entries, ledger));
      else withoutGroup.set(number, group.unreadable);
    }
    return {
      invoices: read.filter(({ number }) => !withoutGroup.has(number)),
      unreadable: [...unreadable, ...[...withoutGroup].map(([number, reason]) => ({ number, reason }))],
    };
  }

  return {
    capabilities: {
      ledgers: [ledger],
      exactPaidDate: true,
      creditsApart: true,
      cursor: 'timestamp',
      overlapMinutes: OVERLAP_MINUTES,
    },

    async *changes(query, signal) {
      const since = new Date(floorToMs(queryInstant(query)) - OVERLAP_MINUTES * 60_000).toISOString();
      const watermark = createWatermarkReckoning(query);
      const matchGroups = createMatchGroups({ api, now });
      const told = new Set<string>();
      const changed = pages(
        (paging) => api.invoices({ balanceLastChangedDateTimeOffsetGreaterThan: since, ...paging }, signal),
        PAGE_SIZE,
      );
      for await (const page of changed) {
        watermark.seen(page.rows, page.answer);
        // Every number is looked up, since the invoice it is shared with may not have changed: beside a reversed
        // invoice the live one counts, and two live ones are an error to show. Lists keep that cheap. A number
        // that came with an earlier page came complete; what changed since is for the next run.
        const rows = page.rows.filter((row) => !told.has(numberOf(row, column) ?? ''));
        const numbers = rows.flatMap((row) => numberOf(row, column) ?? []);
        const twins = await byNumber(options, numbers, signal);
        const lists = [{ rows, unreadable: page.unreadable }, twins];
        const { invoices, unreadable } = numberGroups(lists, column);
        const groups = { invoices, unreadable: unreadable.filter(({ number }) => !told.has(number)) };
        for (const { number } of unreadable) if (number !== '') told.add(number);
        for (const { number } of invoices) told.add(number);
        yield {
          ...(await toPage(groups, matchGroups, signal)),
          watermark: page.last ? watermark.result() : null,
        };
      }
    },

    async lookUp(numbers, signal) {
      const groups = numberGroups([await byNumber(options, numbers, signal)], column);
      return { ...(await toPage(groups, createMatchGroups({ api, now }), signal)), watermark: null };
    },

    reachesBack: (query, watermark) => compareTimestamps(queryInstant(query), watermark) <= 0,

    later: laterTimestamp,
  };
}
