import type { z } from 'zod/mini';
import type { HttpAnswer, HttpClient } from '@/utils/http/http-client';
import { parseJson, readRows, readShape, type UnreadableRow } from '@/utils/http/json';
import type { KeptInClientCurrency } from './client-currency';
import { POWEROFFICE_ENVIRONMENTS, type PowerOfficeEnvironment } from './environment';
import { refusal } from './refusal';
import {
  integrationSchema,
  ledgerEntrySchema,
  outgoingInvoiceSchema,
  type Integration,
  type LedgerEntry,
  type OutgoingInvoice,
} from './schemas';
import type { TokenSource } from './token';

export interface PowerOfficeApiOptions {
  readonly http: HttpClient;
  readonly environment: PowerOfficeEnvironment;
  readonly subscriptionKey: string;
  /** The currency the company's ledger is kept in. */
  readonly clientCurrency: string;
  readonly token: TokenSource;
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
 * PowerOffice Go API v2, one method per endpoint. Each throws a Problem when the request is refused or the answer
 * is no list; single rows that cannot be read come back as such. Source: the vendor's OpenAPI description of v2.
 */
export interface PowerOfficeApi {
  /** Invoices and credit notes. Needs the privilege OutgoingInvoice. */
  outgoingInvoices(query: Query, signal: AbortSignal): Promise<Listed<OutgoingInvoice>>;
  /** Every entry of one match group: invoices, payments, credit notes, write-offs. Needs CustomerLedger. */
  entriesByMatchId(query: Query, signal: AbortSignal): Promise<Listed<LedgerEntry>>;
  /**
   * All customer ledger entries posted between two days, both included. With a last day in the past, balances
   * are those of that day; otherwise they are today's. Needs CustomerLedger.
   */
  statement(query: Query, signal: AbortSignal): Promise<Listed<LedgerEntry>>;
  /** Whose books these are and what the integration may read there. */
  integration(signal: AbortSignal): Promise<{ integration: Integration; answer: HttpAnswer }>;
}

export function createPowerOfficeApi(options: PowerOfficeApiOptions): PowerOfficeApi {
  const { http, environment, subscriptionKey, clientCurrency, token } = options;
  const base = POWEROFFICE_ENVIRONMENTS[environment].api;
  const { host } = new URL(base);

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

  async function list<T>(
    path: string,
    row: z.ZodMiniType<T>,
    query: Query,
    signal: AbortSignal,
  ): Promise<Listed<T & KeptInClientCurrency>> {
    const answer = await authorised(`${base}/${path}?${queryString(query)}`, signal);
    // An empty list is 204 without a body.
    if (answer.status === 204) return { rows: [], unreadable: [], count: 0, answer };
    if (answer.status !== 200) throw refusal(answer, { environment, host, what: path });
    const { rows, unreadable } = readRows(row, parseJson(answer.text, host), `PowerOffice Go ${path}`);
    return {
      rows: rows.map((each) => ({ ...each, ClientCurrency: clientCurrency })),
      unreadable,
      count: rows.length + unreadable.length,
      answer,
    };
  }

  return {
    outgoingInvoices: (query, signal) => list('OutgoingInvoices', outgoingInvoiceSchema, query, signal),

    entriesByMatchId: (query, signal) =>
      list('Customerledger/EntriesByMatchId', ledgerEntrySchema, query, signal),

    statement: (query, signal) => list('Customerledger/Statement', ledgerEntrySchema, query, signal),

    async integration(signal) {
      const what = 'ClientIntegrationInformation';
      const answer = await authorised(`${base}/${what}`, signal);
      if (answer.status !== 200) throw refusal(answer, { environment, host, what });
      return {
        integration: readShape(integrationSchema, parseJson(answer.text, host), `PowerOffice Go ${what}`),
        answer,
      };
    },
  };
}

/** Encodes everything but commas: a bare `+` would reach the server as a space, and %2C would waste length. */
function queryString(query: Query): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
    .join('&');
}
