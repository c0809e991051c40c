import { z } from 'zod';
import type { HttpAnswer, HttpClient } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import { POWEROFFICE_ENVIRONMENTS, type PowerOfficeEnvironment } from './environment';
import { ledgerEntrySchema, outgoingInvoiceSchema, type LedgerEntry, type OutgoingInvoice } from './schemas';

export interface PowerOfficeApiOptions {
  readonly http: HttpClient;
  readonly environment: PowerOfficeEnvironment;
  readonly subscriptionKey: string;
  readonly token: (signal: AbortSignal) => Promise<string>;
}

export interface Listed<T> {
  readonly rows: readonly T[];
  readonly answer: HttpAnswer;
}

/** PowerOffice Go API v2, one method per endpoint. Source: the vendor's OpenAPI description of v2. */
export function createPowerOfficeApi({ http, environment, subscriptionKey, token }: PowerOfficeApiOptions) {
  const base = POWEROFFICE_ENVIRONMENTS[environment].api;

  async function list<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    row: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Listed<T>> {
    // URLSearchParams writes `+` as %2B: a bare one would reach the server as a space.
    const url = `${base}${path}?${new URLSearchParams(query)}`;
    const { host } = new URL(url);
    const answer = await http.send(
      {
        url,
        headers: {
          Authorization: `Bearer ${await token(signal)}`,
          'Ocp-Apim-Subscription-Key': subscriptionKey,
          Accept: 'application/json',
        },
      },
      signal,
    );
    // An empty list is 204 without a body.
    if (answer.status === 204) return { rows: [], answer };
    if (answer.status !== 200) throw refusal(answer, host);
    return { rows: readShape(z.array(row), parseJson(answer.text, host), `PowerOffice Go ${path}`), answer };
  }

  return {
    /** Invoices and credit notes; `query` holds the vendor's own filter names. */
    outgoingInvoices: (
      query: Readonly<Record<string, string>>,
      signal: AbortSignal,
    ): Promise<Listed<OutgoingInvoice>> => list('/OutgoingInvoices', query, outgoingInvoiceSchema, signal),

    /** Every entry of one match group: invoices, payments, credit notes, write-offs. */
    entriesByMatchId: (matchId: number, signal: AbortSignal): Promise<Listed<LedgerEntry>> =>
      list('/Customerledger/EntriesByMatchId', { matchId: String(matchId) }, ledgerEntrySchema, signal),
  };
}

export type PowerOfficeApi = ReturnType<typeof createPowerOfficeApi>;

function refusal({ status, text }: HttpAnswer, host: string): Problem {
  if (status === 401) return new Problem('powerOfficeKeysRefused', { environment: host });
  if (status === 403) return new Problem('powerOfficeForbidden');
  if (status === 400 || status === 404) return new Problem('powerOfficeRefused', { detail: detailOf(text) });
  return new Problem('httpStatus', { host, status: String(status) }, { retryable: status >= 500 });
}

/** `detail` or `title` of a ProblemDetails body, whose casing varies. */
function detailOf(text: string): string {
  try {
    const body = Object.entries(JSON.parse(text) as Record<string, unknown>);
    const field = (name: string): unknown => body.find(([key]) => key.toLowerCase() === name)?.[1];
    return String(field('detail') ?? field('title') ?? '').slice(0, 300);
  } catch {
    return '';
  }
}
