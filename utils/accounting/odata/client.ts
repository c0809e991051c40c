import pLimit from 'p-limit';
import { z } from 'zod/mini';
import type { HttpAnswer } from '@/utils/http/http-client';
import { parseJson, readRows, readShape, type UnreadableRow } from '@/utils/http/json';
import { Problem } from '@/utils/payments/problem';
import { problemOf, readRefusal, type ODataRefusal } from './refusal';

/** "5 concurrent requests" per user; more wait in the server's queue. Source: the vendor's operational limits. */
const AT_ONCE = 5;

export interface ODataOptions {
  /** Sends a GET with what signs it in. */
  readonly send: (
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<HttpAnswer>;
  /** The connector's own words for a refusal; null where the general ones will do. */
  readonly refuse?: (refusal: ODataRefusal, what: string) => Problem | null;
}

export interface ListRequest<T> {
  readonly address: string;
  readonly row: z.ZodMiniType<T>;
  /** What is read, for people. */
  readonly what: string;
  /** How many rows to ask for at once; servers before 2020 do not listen. */
  readonly pageSize: number;
  /** Whether a replica will do, which may be some moments behind. */
  readonly fromReplica?: boolean;
}

export interface ListPage<T> {
  readonly rows: readonly T[];
  readonly unreadable: readonly UnreadableRow[];
  readonly answer: HttpAnswer;
  readonly isLast: boolean;
}

export interface ODataClient {
  /** A list page by page, as the server divides it. @throws Problem */
  pages<T>(request: ListRequest<T>, signal: AbortSignal): AsyncGenerator<ListPage<T>, void, void>;
  /** A single answer. @throws Problem when it is refused */
  get(address: string, what: string, signal: AbortSignal): Promise<HttpAnswer>;
}

const listSchema = z.object({ value: z.unknown(), '@odata.nextLink': z.optional(z.string()) });

/** Reads lists of Business Central and NAV, with at most five requests under way at once. */
export function createODataClient({ send, refuse }: ODataOptions): ODataClient {
  const limit = pLimit(AT_ONCE);

  async function get(
    address: string,
    what: string,
    signal: AbortSignal,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer> {
    // Messages and the names of options come in the language asked for.
    const answer = await limit(() => send(address, { 'Accept-Language': 'en-US', ...headers }, signal));
    if (answer.status === 200) return answer;
    const refusal = readRefusal(answer);
    throw refuse?.(refusal, what) ?? problemOf(refusal, new URL(address).host, what);
  }

  return {
    get: (address, what, signal) => get(address, what, signal),

    async *pages({ address, row, what, pageSize, fromReplica = false }, signal) {
      const { host } = new URL(address);
      const headers = {
        Accept: 'application/json',
        Prefer: `odata.maxpagesize=${pageSize}`,
        ...(fromReplica && { 'Data-Access-Intent': 'ReadOnly' }),
      };
      for (let next: string | undefined = address; next !== undefined;) {
        const answer = await get(next, what, signal, headers);
        const list: z.infer<typeof listSchema> = readShape(listSchema, parseJson(answer.text, host), what);
        next = following(next, list['@odata.nextLink'], what);
        yield { ...readRows(row, list.value, what), answer, isLast: next === undefined };
      }
    },
  };
}

/**
 * The next page's address exactly as the server gave it, since it is nobody else's to understand. It must lead to
 * the same origin: the request carries what signs it in.
 */
function following(current: string, next: string | undefined, what: string): string | undefined {
  if (next === undefined || next === '') return undefined;
  const { origin, host } = new URL(current);
  if (!URL.canParse(next, current) || next === current) {
    throw new Problem('wrongShape', { what, where: '@odata.nextLink' });
  }
  const other = new URL(next, current);
  if (other.origin !== origin) throw new Problem('odataNextLinkElsewhere', { host, other: other.host });
  return next;
}
