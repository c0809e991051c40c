import type { HttpAnswer, HttpClient, HttpRequest } from '@/utils/http/http-client';
import { createPowerOfficeApi } from '@/utils/accounting/poweroffice-go/api';
import { checkConnection } from '@/utils/accounting/poweroffice-go/check-connection';
import {
  BILL_NUMBER,
  NUMBER_COLUMNS,
  type NumberColumn,
} from '@/utils/accounting/poweroffice-go/number-column';
import { createPowerOfficeSource } from '@/utils/accounting/poweroffice-go/source';
import { SUB_LEDGERS } from '@/utils/accounting/poweroffice-go/sub-ledger';
import { createTokenSource } from '@/utils/accounting/poweroffice-go/token';
import type { BillRow, EntryRow, InvoiceRow } from './rows';

export const NOW = Date.parse('2026-03-10T12:00:00Z');
export const KEYS = { applicationKey: 'app', clientKey: 'client', subscriptionKey: 'sub' };

export interface FakeBooks {
  invoices?: readonly InvoiceRow[];
  entries?: readonly EntryRow[];
  /** Given, the ledger of suppliers is read: these bills, and entries that may name suppliers and numbers. */
  bills?: readonly BillRow[];
  /** Answers instead of the books where it returns something. */
  instead?: (url: URL, request: HttpRequest) => Partial<HttpAnswer> | undefined;
  /** The `Date` header; null leaves it out. */
  date?: string | null;
  tookMs?: number;
  /** Where invoices hold Manage's number. */
  column?: NumberColumn;
}

/** Books that answer as PowerOffice Go documents it, and remember what they were asked. */
export function fakePowerOffice(books: FakeBooks) {
  const { invoices = [], entries = [], bills, instead, ...more } = books;
  const { column = bills === undefined ? NUMBER_COLUMNS.number : BILL_NUMBER, ...clock } = more;
  const subLedger = SUB_LEDGERS[bills === undefined ? 'receivable' : 'payable'];
  const { date = new Date(NOW).toUTCString(), tookMs = 250 } = clock;
  const requests: URL[] = [];

  function list(rows: readonly unknown[], { searchParams }: URL): Partial<HttpAnswer> {
    const size = Number(searchParams.get('PageSize') ?? 5000);
    const start = (Number(searchParams.get('PageNumber') ?? 1) - 1) * size;
    const page = rows.slice(start, start + size);
    return page.length === 0 ? { status: 204, text: '' } : { text: JSON.stringify(page) };
  }

  function answer(url: URL): Partial<HttpAnswer> {
    const param = (name: string): string | null => url.searchParams.get(name);
    switch (url.pathname) {
      case '/OAuth/Token':
        return { text: '{"access_token":"token-1","token_type":"bearer","expires_in":1200}' };
      case '/v2/OutgoingInvoices': {
        const isChanged = after(param('balanceLastChangedDateTimeOffsetGreaterThan'));
        const filters = Object.values(NUMBER_COLUMNS).flatMap(({ name, filter }) => {
          const values = param(filter);
          if (values === null) return [];
          const isAmong = listed(values);
          return [(row: InvoiceRow) => isAmong(row[name])];
        });
        return list(
          invoices.filter(
            (row) =>
              isChanged(row.BalanceLastChangedDateTimeOffset) && filters.every((passes) => passes(row)),
          ),
          url,
        );
      }
      case '/v2/IncomingInvoices': {
        const isChanged = after(param('balanceLastChangedDateTimeOffsetGreaterThan'));
        const vouchers = param('voucherNos');
        const isAmong = listed(vouchers ?? '');
        return list(
          (bills ?? []).filter(
            ({ BalanceLastChangedDateTimeOffset: changed, VoucherNo }) =>
              isChanged(changed) && (vouchers === null || isAmong(VoucherNo)),
          ),
          url,
        );
      }
      case `/v2/${subLedger.entries}/EntriesByMatchId`: {
        const wanted = param('matchId');
        return list(
          entries.filter(({ MatchId }) => String(MatchId) === wanted),
          url,
        );
      }
      case `/v2/${subLedger.entries}/Statement`: {
        const numbers = param('invoiceNos');
        const wanted = new Set(numbers?.split(','));
        const [first, last] = [param('fromDate') ?? '', param('toDate') ?? ''];
        return list(
          entries.filter(
            ({ PostingDate, InvoiceNo }) =>
              PostingDate >= first &&
              PostingDate <= last &&
              (numbers === null || wanted.has(InvoiceNo ?? '')),
          ),
          url,
        );
      }
      default:
        return { status: 404, text: '{"title":"Not found","detail":"No such resource."}' };
    }
  }

  const http: HttpClient = {
    send(request, signal) {
      signal.throwIfAborted();
      const url = new URL(request.url);
      requests.push(url);
      const headers = new Headers(date === null ? {} : { Date: date });
      return Promise.resolve({
        status: 200,
        headers,
        text: '',
        tookMs,
        ...(instead?.(url, request) ?? answer(url)),
      });
    },
  };

  const token = createTokenSource({ http, environment: 'production', keys: KEYS, monotonicNow: () => 0 });
  const api = createPowerOfficeApi({
    http,
    environment: 'production',
    subscriptionKey: 'sub',
    clientCurrency: 'NOK',
    token,
    subLedger,
  });
  return {
    http,
    api,
    source: createPowerOfficeSource({ api, column, subLedger, now: () => NOW }),
    check: (signal: AbortSignal) => checkConnection({ api, subLedger, now: () => NOW }, signal),
    requests,
    /** The requests to one endpoint, such as `Statement`. */
    asked: (endpoint: string): URL[] => requests.filter(({ pathname }) => pathname.endsWith(`/${endpoint}`)),
  };
}

/** Tenths of a microsecond since 1970. */
function ticks(timestamp: string): bigint {
  const [, seconds = '', fraction = '', zone = ''] = /^([^.Z+]+)(?:\.(\d+))?(.*)$/.exec(timestamp) ?? [];
  return BigInt(Date.parse(seconds + zone)) * 10_000n + BigInt(fraction.padEnd(7, '0'));
}

function after(since: string | null): (changed: string | null) => boolean {
  if (since === null) return () => true;
  const from = ticks(since);
  return (changed) => changed !== null && ticks(changed) > from;
}

/** Whether a value is in a list such as `1,5-7`; texts have no ranges. */
function listed(list: string): (value: number | string | null | undefined) => boolean {
  const parts = list.split(',');
  const texts = new Set(parts);
  const singles = new Set<number>();
  const ranges: { readonly first: number; readonly last: number }[] = [];
  for (const part of parts) {
    const [first = 0, last] = part.split('-').map(Number);
    if (last === undefined) singles.add(first);
    else ranges.push({ first, last });
  }
  return (value) =>
    typeof value === 'number'
      ? singles.has(value) || ranges.some(({ first, last }) => first <= value && value <= last)
      : value != null && texts.has(value);
}

export const never = new AbortController().signal;
