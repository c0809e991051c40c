import { NO_BILLS } from '@/utils/payments/bills-rule';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { createNavApi } from '@/utils/accounting/dynamics-nav/api';
import type { NavConnection } from '@/utils/accounting/dynamics-nav/api';
import { checkConnection } from '@/utils/accounting/dynamics-nav/check-connection';
import { LEDGER_PAGES } from '@/utils/accounting/dynamics-nav/pages';
import { createNavSource } from '@/utils/accounting/dynamics-nav/source';
import type { ChangePage, ChangeQuery } from '@/utils/accounting/source';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import type { HttpClient, HttpRequest } from '@/utils/http/http-client';
import { dynamicsNavApi } from '../../../../../sandbox/dynamics-nav/api';
import { DYNAMICS_NAV } from '../../../../../sandbox/dynamics-nav/keys';
import type { DynamicsNavState } from '../../../../../sandbox/dynamics-nav/state';
import type { World } from '../../../../../sandbox/world';

export const NOW = Date.parse('2026-03-10T12:00:00Z');
export const never = new AbortController().signal;

export const SERVICES = {
  invoices: 'PostedSalesInvoices',
  entries: 'CustomerLedgerEntries',
  detailed: 'DetailedCustLedgEntries',
  bills: 'PostedPurchaseInvoices',
  vendorEntries: 'VendorLedgerEntries',
  vendorDetailed: 'DetailedVendLedgEntries',
};

const CONNECTION: NavConnection = {
  id: 'nav',
  name: 'Nord IT',
  system: 'dynamics-nav',
  baseUrl: DYNAMICS_NAV.baseUrl,
  allowHttp: false,
  company: DYNAMICS_NAV.company,
  services: SERVICES,
  localCurrency: 'NOK',
  user: DYNAMICS_NAV.user,
  matching: { ...SAME_NUMBER, field: 'number' },
  paid: USUALLY_PAID,
  bills: NO_BILLS,
};

export interface ServerOptions {
  connection?: Partial<NavConnection>;
  webServiceKey?: string;
  ledger?: Ledger;
  /** Answers instead of the server, or lets it answer for another address, where it returns something. */
  instead?: (url: URL, request: HttpRequest) => Response | URL | undefined;
  /** The `Date` header; null leaves it out. */
  date?: string | null;
}

/** The product's NAV source on a strict NAV server with these pages, which remembers what it was asked. */
export function navServer(pages: DynamicsNavState['pages'], options: ServerOptions = {}) {
  const { connection: changed, webServiceKey = DYNAMICS_NAV.webServiceKey, instead } = options;
  const { ledger = 'receivable' } = options;
  const date = options.date === undefined ? new Date(NOW).toUTCString() : options.date;
  const connection = { ...CONNECTION, ...changed };
  const state: DynamicsNavState = {
    company: DYNAMICS_NAV.company,
    pages,
    services: new Map([
      ['PostedSalesInvoices', 143],
      ['CustomerLedgerEntries', 25],
      ['DetailedCustLedgEntries', 573],
      ['PostedPurchaseInvoices', 146],
      ['VendorLedgerEntries', 29],
      ['DetailedVendLedgEntries', 574],
    ]),
    knobs: {
      credentialType: 'NavUserPassword',
      odataV4: true,
      forbidden: new Set(),
      maxPageSize: 1_000,
      maxMessageSize: Infinity,
    },
    traffic: { slow: 0 },
  };
  const app = dynamicsNavApi({ dynamicsNav: state } as Partial<World> as World);
  const requests: URL[] = [];
  const sent: HttpRequest[] = [];

  const http: HttpClient = {
    async send(request, signal) {
      signal.throwIfAborted();
      const url = new URL(request.url);
      requests.push(url);
      sent.push(request);
      const init = { headers: { ...request.headers } };
      const scripted = instead?.(url, request) ?? url;
      const response = scripted instanceof URL ? app.fetch(new Request(scripted, init)) : scripted;
      const headers = new Headers(response.headers);
      if (date !== null) headers.set('Date', date);
      return { status: response.status, headers, text: await response.text(), tookMs: 5 };
    },
  };

  const api = createNavApi({ ...connection, http, webServiceKey, pages: LEDGER_PAGES[ledger] });
  const source = createNavSource({ api, connection, now: () => NOW });
  return {
    state,
    api,
    source,
    check: (signal: AbortSignal) => checkConnection({ api, connection, now: () => NOW }, signal),
    requests,
    sent,
    /** The requests for one service. */
    asked: (service: string): URL[] => requests.filter(({ pathname }) => pathname.endsWith(`/${service}`)),
    async changes(query: ChangeQuery) {
      const pagesRead: ChangePage[] = [];
      for await (const page of source.changes(query, never)) pagesRead.push(page);
      const watermark = pagesRead.at(-1)?.watermark ?? null;
      if (watermark === null) throw new Error('no watermark came with the last page');
      return {
        pages: pagesRead,
        invoices: pagesRead.flatMap(({ invoices }) => invoices),
        numbers: pagesRead.flatMap(({ invoices }) => invoices.map(({ number }) => number)),
        unreadable: pagesRead.flatMap(({ unreadable }) => unreadable),
        notes: pagesRead.flatMap(({ notes = [] }) => notes),
        watermark,
      };
    },
  };
}
