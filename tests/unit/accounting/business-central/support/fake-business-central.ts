import { NO_BILLS } from '@/utils/payments/bills-rule';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import {
  createBusinessCentralApi,
  type BusinessCentralConnection,
} from '@/utils/accounting/business-central/api';
import { checkConnection } from '@/utils/accounting/business-central/check-connection';
import { createLedger } from '@/utils/accounting/business-central/ledger';
import { createLedgerAccess } from '@/utils/accounting/business-central/ledger-access';
import { LEDGER_LISTS } from '@/utils/accounting/business-central/ledger-lists';
import { createBusinessCentralSource } from '@/utils/accounting/business-central/source';
import type { ChangePage, ChangeQuery, Watermark } from '@/utils/accounting/source';
import type { SourceMemory } from '@/utils/accounting/system';
import type { HttpAnswer, HttpClient, HttpRequest } from '@/utils/http/http-client';
import type { AccountingInvoice, Ledger } from '@/utils/payments/accounting-invoice';
import { isoDate } from '@/utils/payments/iso-date';
import { toDecimalText } from '@/utils/payments/money';
import type { KeptBooks } from './books';

const COMPANY = 'b5c1f3a4-2d6e-4f7a-9b80-1c3d5e7f9a02';
const TENANT = '11111111-2222-3333-4444-555555555555';
export const never = new AbortController().signal;

export interface FakeOptions {
  readonly ledger?: Ledger;
  readonly analytics?: boolean;
  readonly connection?: Partial<BusinessCentralConnection>;
  /** Answers instead of the books where it returns something. */
  readonly instead?: (url: URL, request: HttpRequest) => Partial<HttpAnswer> | undefined;
  readonly date?: string | null;
  readonly now?: () => number;
  readonly timeZone?: string;
  readonly memory?: SourceMemory;
}

/** Books that answer as Business Central documents it, and remember what they were asked. */
export function fakeBusinessCentral(books: KeptBooks, options: FakeOptions = {}) {
  const { analytics = true, instead, now = books.now, timeZone = 'UTC', memory = fakeMemory() } = options;
  const { ledger = 'receivable' } = options;
  const requests: { readonly url: URL; readonly headers: Headers }[] = [];

  function answer(url: URL, headers: Headers): Partial<HttpAnswer> {
    const [, list = ''] = /\/(\w+)$/.exec(url.pathname) ?? [];
    if (url.pathname === '/environments/v1.2')
      return page([{ name: 'Production', type: 'Production' }], url, headers);
    if (list === 'companies')
      return page([{ id: COMPANY, name: 'Nord IT', displayName: 'Nord IT AS' }], url, headers);
    if (!url.pathname.includes(`companies(${COMPANY})`)) return refusal(404, 'Internal_CompanyNotFound');
    if (list === 'salesInvoices') return page(books.documents, url, headers);
    if (list === 'purchaseInvoices') return page(books.documents, url, headers, ofVendor);
    if (list === 'customerLedgerEntries' && analytics) return page(books.lines, url, headers);
    if (list === 'vendorLedgerEntries' && analytics) return page(books.lines, url, headers, ofVendor);
    return refusal(404, 'BadRequest_NotFound');
  }

  const http: HttpClient = {
    async send(request, signal) {
      signal.throwIfAborted();
      await Promise.resolve();
      const url = new URL(request.url);
      const headers = new Headers(request.headers);
      requests.push({ url, headers });
      const { date = new Date(now()).toUTCString() } = options;
      return {
        status: 200,
        headers: new Headers(date === null ? {} : { Date: date }),
        text: '',
        tookMs: 100,
        ...(instead?.(url, request) ?? answer(url, headers)),
      };
    },
  };

  const dropped: string[] = [];
  const microsoft = {
    accessToken: () => Promise.resolve(`token-${dropped.length + 1}`),
    drop: (_: unknown, token: string) => void dropped.push(token),
    account: () => Promise.resolve({ name: 'kari@nord-it.example', signedInAt: 0 }),
  };
  const connection: BusinessCentralConnection = {
    id: 'bc',
    name: 'Nord IT',
    system: 'business-central',
    tenantId: TENANT,
    clientId: TENANT,
    environment: 'Production',
    company: COMPANY,
    matching: { ...SAME_NUMBER, field: 'number' },
    paid: USUALLY_PAID,
    bills: NO_BILLS,
    datedWhenFirstSeen: false,
    ...options.connection,
  };
  const api = createBusinessCentralApi({ connection, http, microsoft, lists: LEDGER_LISTS[ledger] });
  const open = () => createBusinessCentralSource({ api, connection, memory, now, timeZone: () => timeZone });
  return {
    api,
    source: open(),
    check: (signal: AbortSignal) =>
      checkConnection(
        {
          api,
          microsoft,
          ledger: createLedger(api),
          access: createLedgerAccess(api),
          dated: connection.datedWhenFirstSeen,
          now,
        },
        signal,
      ),
    /** As after the worker has died. */
    open,
    requests,
    dropped,
    asked: (list: string): string[] =>
      requests.flatMap(({ url }) =>
        url.pathname.endsWith(`/${list}`) ? [url.searchParams.get('$filter') ?? ''] : [],
      ),
  };
}

/** Memory that outlives the worker. */
export function fakeMemory(): SourceMemory {
  let kept: string | null = null;
  return {
    read: () => Promise.resolve(kept),
    write: (text) => Promise.resolve(void (kept = text)),
  };
}

export function refusal(status: number, code: string, message = 'No.'): Partial<HttpAnswer> {
  return { status, text: JSON.stringify({ error: { code, message } }) };
}

/** What a row has in a column. */
type ReadColumn = (row: object, column: string) => unknown;

const asItIs: ReadColumn = (row, column) => Reflect.get(row, column);

/** The same books as if customers were vendors: other names, and what is owed to them is negative in their ledger. */
const ofVendor: ReadColumn = (row, column) => {
  if (column === 'vendorInvoiceNumber') return asItIs(row, 'externalDocumentNumber') || asItIs(row, 'number');
  if (/^(payToV|v)endorNumber$/.test(column)) return asItIs(row, 'billToCustomerNumber');
  if (column === 'vendorName') return `Vendor ${String(asItIs(row, 'billToCustomerNumber'))}`;
  if (column === 'dvleVendorNo') return asItIs(row, 'dcleCustomerNo');
  if (column === 'dvleAmountLCY') return -Number(asItIs(row, 'dcleAmountLCY'));
  return column === 'remainingAmount' ? undefined : asItIs(row, column.replace(/^(d?)vle/, '$1cle'));
};

function page(
  rows: readonly object[],
  url: URL,
  headers: Headers,
  read: ReadColumn = asItIs,
): Partial<HttpAnswer> {
  const filter = url.searchParams.get('$filter');
  const wanted = filter === null ? rows : filtered(rows, filter, read);
  const columns = url.searchParams.get('$select')?.split(',');
  const [, size = '20000'] = /odata\.maxpagesize=(\d+)/.exec(headers.get('prefer') ?? '') ?? [];
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  const end = start + Number(size);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(end));
  return {
    text: JSON.stringify({
      value: wanted.slice(start, end).map((row) => {
        const told: Record<string, unknown> = {};
        for (const name of columns ?? Object.keys(row)) told[name] = read(row, name);
        return told;
      }),
      ...(end < wanted.length && { '@odata.nextLink': next.href }),
    }),
  };
}

/** The grammar these servers take, and an error for everything else. */
function filtered(rows: readonly object[], filter: string, read: ReadColumn): readonly object[] {
  const parts = filter.split(' or ').map((part) => part.split(' and ').map((text) => comparison(text, read)));
  const [[first] = [], ...others] = parts;
  if (first === undefined || others.length === 0) {
    return rows.filter((row) => parts[0]?.every(({ holds }) => holds(row)));
  }
  if (parts.some(([only]) => only?.field !== first.field || only.operator !== 'eq')) {
    throw new Error(`or between fields: ${filter}`);
  }
  const index = indexOf(rows, first.field, read);
  return [...new Set(parts.map(([only]) => only?.value))].flatMap((value) => index.get(value) ?? []);
}

const indexes = new WeakMap<readonly object[], Map<string, Map<unknown, object[]>>>();

/** Rows by the value of a field, made anew when their number has changed. */
function indexOf(rows: readonly object[], field: string, read: ReadColumn): Map<unknown, object[]> {
  const key = `${field} ${rows.length}`;
  const known = indexes.get(rows) ?? new Map<string, Map<unknown, object[]>>();
  indexes.set(rows, known);
  let index = known.get(key);
  if (index === undefined) {
    index = new Map<unknown, object[]>();
    for (const row of rows) {
      const value = read(row, field);
      const same = index.get(value);
      if (same === undefined) index.set(value, [row]);
      else same.push(row);
    }
    known.set(key, index);
  }
  return index;
}

function comparison(text: string, read: ReadColumn) {
  const [, field = '', operator = '', literal = ''] = /^(\w+) (eq|gt|ge|lt|le) (.+)$/.exec(text) ?? [];
  const value = valueOf(literal);
  const instant = /^\d{4}-.*Z$/.test(literal) ? Date.parse(literal) : null;
  const meets = MEETS[operator] ?? (() => false);
  const holds = (row: object): boolean => {
    const found = read(row, field);
    if (found === undefined) throw new Error(`no field ${field} in ${text}`);
    const left = instant === null ? found : Date.parse(found as string);
    const right = instant ?? value;
    if (typeof left !== typeof right) throw new Error(`${typeof left} compared with ${literal}`);
    return meets(left === right ? 0 : (left as number) < (right as number) ? -1 : 1);
  };
  return { field, operator, value, holds };
}

/** Whether what a row has is as wanted, by its sign: below, equal or above. */
const MEETS: Readonly<Record<string, (sign: number) => boolean>> = {
  eq: (sign) => sign === 0,
  gt: (sign) => sign > 0,
  ge: (sign) => sign >= 0,
  lt: (sign) => sign < 0,
  le: (sign) => sign <= 0,
};

function valueOf(literal: string): string | number | boolean {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'");
  if (literal === 'true' || literal === 'false') return literal === 'true';
  return /^\d{4}-\d\d-\d\d/.test(literal) ? literal : Number(literal);
}

export function since(day: string, stored?: Watermark): ChangeQuery {
  return { from: 'day', day: isoDate(day), timeZone: 'UTC', ...(stored !== undefined && { stored }) };
}

export const after = (watermark: Watermark): ChangeQuery => ({ from: 'watermark', watermark });

/** Reads to the end: all pages, and the watermark that is safe then. */
export async function readAll(source: ReturnType<typeof createBusinessCentralSource>, query: ChangeQuery) {
  const pages: ChangePage[] = [];
  for await (const each of source.changes(query, never)) pages.push(each);
  const invoices = pages.flatMap((each) => each.invoices);
  const watermark = pages.at(-1)?.watermark;
  if (watermark == null) throw new Error('no watermark');
  return {
    pages,
    invoices,
    watermark,
    words: Object.fromEntries(invoices.map((each) => [each.number, inWords(each)])),
  };
}

/** An invoice in a few words: `payment 400 2026-03-01; 600 left`. */
export function inWords({ state, settlements, remaining, closedOn, notes }: AccountingInvoice): string {
  const settled = settlements.map(
    ({ kind, amount, date }) => `${kind} ${Number(toDecimalText(amount))} ${date ?? 'some day'}`,
  );
  const left = remaining === null ? 'unknown left' : `${Number(toDecimalText(remaining))} left`;
  return [
    ...(state === 'posted' ? [] : [state]),
    ...settled,
    left,
    ...(closedOn === null ? [] : [`closed ${closedOn}`]),
    ...notes,
  ].join('; ');
}
