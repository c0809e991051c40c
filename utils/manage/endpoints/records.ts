import { z } from 'zod/mini';
import type { HttpAnswer } from '@/utils/http/http-client';
import { parseJson, readShape } from '@/utils/http/json';
import type { CustomField } from '@/utils/payments/manage-invoice';
import { reasonOf } from '@/utils/payments/problem';
import type { Reason } from '@/utils/payments/reason';
import { answerOfWrite } from '../answer-of-write';
import { batches } from '../batches';
import { isOneOf } from '../conditions';
import type { ManageCall, ManageConnection } from '../connection';
import { inParallel } from '../in-parallel';
import { forwardPages } from '../paging';
import { isBadRequest } from '../refusal';
import { withCustomFieldsSchema } from '../schemas';
import { toCustomFields } from '../to-custom-fields';

/** An address may have 2,000 characters. Source: ConnectWise Developer Guide. A few are left for a proxy. */
const MAX_URL_LENGTH = 1900;
const MAX_NUMBERS = 50;
const MAX_REQUESTS_AT_ONCE = 3;

/** A kind of record that has a number of its own and custom fields. */
export interface RecordKind<T> {
  /** Below `apis/3.0`, with a leading slash. */
  readonly path: string;
  /** What it is called where its answer cannot be read. */
  readonly what: string;
  /** The property that people know it by. */
  readonly number: string;
  /** @throws Problem */
  readonly read: (row: unknown) => T;
}

/** Records read, and those whose row does not hold what it must. */
export interface Rows<T> {
  readonly records: readonly T[];
  readonly unreadable: readonly { readonly number?: string; readonly reason: Reason }[];
}

export interface FoundRows<T> extends Rows<T> {
  /** Values that Manage's conditions cannot name; they were not asked for. */
  readonly unaskable: readonly string[];
}

/** What invoices and purchase orders have in common. */
export function recordEndpoint<T>(connection: ManageConnection, kind: RecordKind<T>) {
  const { path, what, number: numberProperty, read } = kind;
  /** Whether records take a list of fields with paths and custom fields in it is not documented: it is tried. */
  let fieldsRefused = false;

  /** Asks for the fields needed, or for whole records from the first time Manage refuses the list of fields. */
  async function send(call: ManageCall, fields: string, signal: AbortSignal): Promise<HttpAnswer> {
    if (fieldsRefused) return connection.send(call, signal);
    try {
      return await connection.send({ ...call, query: { ...call.query, fields } }, signal);
    } catch (error) {
      if (!isBadRequest(error)) throw error;
      const answer = await connection.send(call, signal);
      fieldsRefused = true;
      return answer;
    }
  }

  async function list(query: Record<string, string>, fields: string, signal: AbortSignal): Promise<Rows<T>> {
    const { text } = await send({ path, query }, fields, signal);
    return toRows(readShape(z.array(z.unknown()), parseJson(text, connection.host), `${what}s`));
  }

  function toRows(rows: readonly unknown[]): Rows<T> {
    const records: T[] = [];
    const unreadable: Rows<T>['unreadable'][number][] = [];
    for (const row of rows) {
      try {
        records.push(read(row));
      } catch (error) {
        const number = numberOf(row);
        unreadable.push({ ...(number !== undefined && { number }), reason: reasonOf(error) });
      }
    }
    return { records, unreadable };
  }

  function numberOf(row: unknown): string | undefined {
    if (typeof row !== 'object' || row === null) return undefined;
    const value: unknown = (row as Readonly<Record<string, unknown>>)[numberProperty];
    return typeof value === 'string' ? value : undefined;
  }

  const toFields = (json: unknown): readonly CustomField[] =>
    toCustomFields(readShape(withCustomFieldsSchema, json, what).customFields);

  return {
    list,

    /** The newest records. @throws Problem */
    newest: (count: number, fields: string, signal: AbortSignal): Promise<Rows<T>> =>
      list({ pageSize: String(count), orderBy: 'id desc' }, fields, signal),

    /**
     * Records of which a property has one of any count of values, asked for in batches. Manage compares without regard
     * to case: compare again.
     * @throws Problem when a batch cannot be read
     */
    async having(
      property: string,
      values: readonly string[],
      fields: string,
      signal: AbortSignal,
    ): Promise<FoundRows<T>> {
      const withoutValues = connection.lengthOf({ path, query: { ...isIn(property, []), fields } });
      const limits = { maxUrlLength: MAX_URL_LENGTH - withoutValues, maxCount: MAX_NUMBERS };
      const { batches: asked, unaskable } = batches(values, limits);
      const found = await inParallel(asked, MAX_REQUESTS_AT_ONCE, (batch) =>
        list(isIn(property, batch), fields, signal),
      );
      return {
        records: found.flatMap(({ records }) => records),
        unreadable: found.flatMap(({ unreadable }) => unreadable),
        unaskable,
      };
    },

    /** Every record that meets the conditions ('' for all), page by page, in the order of their ids. @throws Problem */
    async *all(conditions: string, fields: string, signal: AbortSignal): AsyncGenerator<Rows<T>> {
      const given: Record<string, string> = conditions === '' ? {} : { conditions };
      const pages = forwardPages((query, headers) =>
        send({ path, query: { ...given, ...query }, headers }, fields, signal),
      );
      for await (const page of pages) yield toRows(page);
    },

    /** The custom fields of one record as Manage holds them now. @throws Problem */
    customFields: async (id: number, signal: AbortSignal): Promise<readonly CustomField[]> =>
      toFields(await connection.json({ path: `${path}/${id}` }, signal)),

    /**
     * Replaces the array of custom fields, which has to be complete, and answers the one Manage then holds. Every
     * other property stays: a record is never sent back as a whole. Source: ConnectWise Developer Guide, "PATCH".
     * @throws Problem; `retryable` when it may have been carried out
     */
    replaceCustomFields: async (
      id: number,
      items: readonly CustomField['raw'][],
      signal: AbortSignal,
    ): Promise<readonly CustomField[]> => {
      const body = [{ op: 'replace', path: '/customFields', value: items }];
      const { text } = await connection.send({ method: 'PATCH', path: `${path}/${id}`, body }, signal);
      return answerOfWrite(() => toFields(parseJson(text, connection.host)));
    },
  };
}

export function isIn(property: string, values: readonly string[]): Record<string, string> {
  return { conditions: isOneOf(property, values), pageSize: '1000' };
}
