import { parseExactly } from '@/utils/http/exact-json';
import type { HttpAnswer, HttpClient, HttpRequest } from '@/utils/http/http-client';
import { createManageApi, type ManageApi, type ManageApiOptions } from '@/utils/manage/api';

/** An answer as a test writes it: the body as JSON text, or as a value to be made JSON. */
export interface Scripted {
  readonly status?: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as a test looks at it. */
export class SeenRequest {
  constructor(readonly request: HttpRequest) {}

  get method(): string {
    return this.request.method ?? 'GET';
  }

  get url(): URL {
    return new URL(this.request.url);
  }

  /** Below the API's base. */
  get path(): string {
    return this.url.pathname.replace(/^.*apis\/3\.0/, '');
  }

  query(name: string): string | null {
    return this.url.searchParams.get(name);
  }

  /** With numbers as the text they were sent as. */
  get body(): unknown {
    return parseExactly(this.request.body ?? 'null');
  }
}

export interface ScriptedHttp extends HttpClient {
  readonly seen: SeenRequest[];
}

/** An HTTP client whose server is a function of the request. */
export function scriptedHttp(serve: (request: SeenRequest) => Scripted | Promise<Scripted>): ScriptedHttp {
  const seen: SeenRequest[] = [];
  return {
    seen,
    async send(request): Promise<HttpAnswer> {
      const each = new SeenRequest(request);
      seen.push(each);
      const { status = 200, body, text, headers = {} } = await serve(each);
      return {
        status,
        headers: new Headers(headers),
        text: text ?? (body === undefined ? '' : JSON.stringify(body)),
        tookMs: 1,
      };
    },
  };
}

const BASE = 'https://api-na.myconnectwise.net/v2025_1/apis/3.0';

export const KEYS = {
  signIn: 'api-keys',
  clientId: 'client-id',
  companyId: 'nordit',
  publicKey: 'public',
  privateKey: 'private',
} as const;

/** A Manage client on a scripted server. */
export function manageOn(
  serve: (request: SeenRequest) => Scripted | Promise<Scripted>,
  options: Partial<ManageApiOptions> = {},
): { api: ManageApi; seen: SeenRequest[] } {
  const http = scriptedHttp(serve);
  return { api: createManageApi({ http, base: BASE, credentials: KEYS, ...options }), seen: http.seen };
}

/** A signal that never fires. */
export const { signal } = new AbortController();

/** An invoice as the API sends it. */
export function invoiceRow(over: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 7,
    invoiceNumber: '12345',
    type: 'Standard',
    company: { name: 'Fjord AS' },
    currency: { currencyCode: 'NOK' },
    total: 1250,
    payments: 0,
    credits: 0,
    balance: 1250,
    _info: { lastUpdated: '2026-01-01T00:00:00Z' },
    ...over,
  };
}

/** What a promise was rejected with. */
export function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('was not rejected');
    },
    (error: unknown) => error,
  );
}
