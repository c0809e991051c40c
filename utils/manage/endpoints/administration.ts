import type { z } from 'zod/mini';
import { parseJson, readShape } from '@/utils/http/json';
import type { ManageConnection } from '../connection';
import {
  invoiceStatusSchema,
  memberSchema,
  mySecuritySchema,
  systemInfoSchema,
  userDefinedFieldSchema,
} from '../schemas';
import { INVOICES } from './invoices';
import { readAll } from './read-all';

/** What Manage tells of itself. */
export interface ManageInfo extends z.infer<typeof systemInfoSchema> {
  /** The version of the API that answered; '' where it does not say. */
  readonly apiVersion: string;
  /** Epoch ms by Manage's clock; null where it does not say. */
  readonly serverTime: number | null;
}
/** A level of the firm's structure, at which a member stands. */
export interface StructureLevel {
  readonly id: number | null;
  readonly name: string;
}
/** The definition of a custom field. */
export interface UserDefinedField {
  readonly caption: string;
  readonly type: string;
}
export type MySecurity = z.infer<typeof mySecuritySchema>;

/**
 * What Manage tells of itself, of its custom fields and of the rights of whoever is signed in. Only a check of the connection
 * asks, so it is no part of the client that every start of the worker loads.
 */
export function administrationEndpoints(connection: ManageConnection) {
  return {
    /** @throws Problem */
    async systemInfo(signal: AbortSignal): Promise<ManageInfo> {
      const { headers, text } = await connection.send({ path: '/system/info' }, signal);
      const info = readShape(systemInfoSchema, parseJson(text, connection.host), 'Manage system info');
      const serverTime = Date.parse(headers.get('date') ?? '');
      return {
        ...info,
        apiVersion: headers.get('api-current-version') ?? '',
        serverTime: Number.isNaN(serverTime) ? null : serverTime,
      };
    },

    /** At which level of the structure a member stands; null where Manage does not tell. @throws Problem */
    async structureLevel(memberId: number, signal: AbortSignal): Promise<StructureLevel | null> {
      const json = await connection.json({ path: `/system/members/${memberId}` }, signal);
      const { structureLevel } = readShape(memberSchema, json, 'Manage member');
      return structureLevel?.name ? { id: structureLevel.id ?? null, name: structureLevel.name } : null;
    },

    /** Definitions of custom fields, of every screen that has some. @throws Problem */
    userDefinedFields: async (signal: AbortSignal): Promise<readonly UserDefinedField[]> =>
      (await readAll(connection, userDefinedFieldSchema, '/system/userDefinedFields', signal)).map(
        (definition) => ({
          caption: definition.caption ?? '',
          type: definition.fieldTypeIdentifier ?? '',
        }),
      ),

    /** What the role of the signed-in member allows, a row per function. @throws Problem */
    mySecurity: (signal: AbortSignal): Promise<readonly MySecurity[]> =>
      readAll(connection, mySecuritySchema, '/system/mySecurity', signal),

    /** Whether the billing status of an invoice is a closed one. @throws Problem */
    async isClosed(invoiceId: number, signal: AbortSignal): Promise<boolean> {
      const json = await connection.json({ path: `${INVOICES}/${invoiceId}` }, signal);
      return readShape(invoiceStatusSchema, json, 'Manage invoice').status?.isClosed === true;
    },
  };
}
