import type { z } from 'zod/mini';
import type { HttpAnswer, HttpClient } from '@/utils/http/http-client';
import { parseJson, readRows, readShape, type UnreadableRow } from '@/utils/http/json';
import type { KeptInClientCurrency } from './client-currency';
import { POWEROFFICE_ENVIRONMENTS, type PowerOfficeEnvironment } from './environment';
import { refusal } from './refusal';
import { ledgerEntrySchema, type LedgerEntry, type PostedInvoice } from './schemas';
import type { SubLedger } from './sub-ledger';
import type { TokenSource } from './token';
import { turned } from './turned';

export interface PowerOfficeApiOptions {
  readonly http: HttpClient;
  readonly environment: PowerOfficeEnvironment;
  readonly subscriptionKey: string;
  /** The currency the company's ledger is kept in. */
  readonly clientCurrency: string;
  readonly token: TokenSource;
  /** Which of the company's ledgers is read. */
  readonly subLedger: SubLedger;
}

/** One page of a list. */
export interface Listed<T> {
  readonly rows: readonly T[];
  readonly unreadable: readonly UnreadableRow[];
  /** How many rows the page had, readable or not. */
  readonly count: number;
  readonly answer: HttpAnswer;
}

/** Filters and paging by the vendor's own names. */
export type Query = Readonly<Record<string, string>>;

/**
 * PowerOffice Go API v2, one method per endpoint of the ledger that is read. What is owed is positive whichever that is.
 * Each throws a Problem when the request is refused or the answer
 * is no list; single rows that cannot be read come back as such. Source: the vendor's OpenAPI description of v2.
 */
export interface PowerOfficeApi {
  /** Invoices and credit notes. Needs the privilege OutgoingInvoice or IncomingInvoice. */
  invoices(query: Query, signal: AbortSignal): Promise<Listed<PostedInvoice>>;
  /** Every entry of one match group: invoices, payments, credit notes, write-offs. Needs CustomerLedger or SupplierLedger. */
  entriesByMatchId(query: Query, signal: AbortSignal): Promise<Listed<LedgerEntry>>;
  /**
   * All ledger entries posted between two days, both included. With a last day in the past, balances are those of
   * that day; otherwise they are today's. Needs CustomerLedger or SupplierLedger.
   */
  statement(query: Query, signal: AbortSignal): Promise<Listed<LedgerEntry>>;
  /** What stands alone under a path, and the answer that told it. */
  single<T>(
    path: string,
    row: z.ZodMiniType<T>,
    signal: AbortSignal,
  ): Promise<{ readonly value: T; readonly answer: HttpAnswer }>;
}

export function createPowerOfficeApi(options: PowerOfficeApiOptions): PowerOfficeApi {
  const { http, environment, subscriptionKey, clientCurrency, token, subLedger } = options;
  const base = POWEROFFICE_ENVIRONMENTS[environment].api;
  const { host } = new URL(base);
  const { privileges } = subLedger;

  async function authorised(url: string, signal: AbortSignal): Promise<HttpAnswer> {
    const send = (accessToken: string): Promise<HttpAnswer> =>
      http.send(
        {
          url,
          headers: {
            Authorization: `Bearer ${accessToken}`,
            'Ocp-Apim-Subscription-Key': subscriptionKey,
            Accept: 'application/json',
          },
        },
        signal,
      );
    const accessToken = await token.get(signal);
    const answer = await send(accessToken);
    if (answer.status !== 401) return answer;
    // A token can end before its time, as when the client's keys were changed: a new one gets one chance.
    token.drop(accessToken);
    return send(await token.get(signal));
  }

  async function list<T extends object>(
    path: string,
    row: z.ZodMiniType<T>,
    query: Query,
    signal: AbortSignal,
  ): Promise<Listed<T & KeptInClientCurrency>> {
    const answer = await authorised(`${base}/${path}?${queryString(query)}`, signal);
    // An empty list is 204 without a body.
    if (answer.status === 204) return { rows: [], unreadable: [], count: 0, answer };
    if (answer.status !== 200) throw refusal(answer, { environment, host, what: path, privileges });
    const { rows, unreadable } = readRows(row, parseJson(answer.text, host), `PowerOffice Go ${path}`);
    return {
      rows: rows.map((each) => ({
        ...(subLedger.owedIsNegative ? turned(each) : each),
        ClientCurrency: clientCurrency,
      })),
      unreadable,
      count: rows.length + unreadable.length,
      answer,
    };
  }

  return {
    invoices: (query, signal) => list(subLedger.invoices, subLedger.invoice, query, signal),

    entriesByMatchId: (query, signal) =>
      list(`${subLedger.entries}/EntriesByMatchId`, ledgerEntrySchema, query, signal),

    statement: (query, signal) => list(`${subLedger.entries}/Statement`, ledgerEntrySchema, query, signal),

    async single(what, row, signal) {
      const answer = await authorised(`${base}/${what}`, signal);
      if (answer.status !== 200) throw refusal(answer, { environment, host, what, privileges });
      return { value: readShape(row, parseJson(answer.text, host), `PowerOffice Go ${what}`), answer };
    },
  };
}

/** Encodes everything but commas: a bare `+` would reach the server as a space, and %2C would waste length. */
function queryString(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}
