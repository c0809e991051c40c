import { z } from 'zod/mini';
import { parseJson, readShape } from '@/utils/http/json';
import type { ManageConnection } from '../connection';
import { numberedPages } from '../paging';
import {
  accountingPackageSetupSchema,
  memberSchema,
  mySecuritySchema,
  systemInfoSchema,
  userDefinedFieldSchema,
} from '../schemas';

export type AccountingPackageSetup = z.infer<typeof accountingPackageSetupSchema>;
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

/** How Manage is set up, and what the signed-in member may do in it. */
export function systemEndpoints(connection: ManageConnection) {
  async function all<T>(schema: z.ZodMiniType<T>, path: string, signal: AbortSignal): Promise<T[]> {
    const rows: T[] = [];
    const pages = numberedPages((query, headers) => connection.send({ path, query, headers }, signal));
    for await (const page of pages) rows.push(...readShape(z.array(schema), page, `Manage ${path}`));
    return rows;
  }

  return {
    /** How Manage hands over to an accounting package; empty when it does not. @throws Problem */
    accountingPackageSetup: (signal: AbortSignal): Promise<readonly AccountingPackageSetup[]> =>
      all(accountingPackageSetupSchema, '/finance/accountingPackageSetup', signal),

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
      (await all(userDefinedFieldSchema, '/system/userDefinedFields', signal)).map((definition) => ({
        caption: definition.caption ?? '',
        type: definition.fieldTypeIdentifier ?? '',
      })),

    /** What the role of the signed-in member allows, a row per function. @throws Problem */
    mySecurity: (signal: AbortSignal): Promise<readonly MySecurity[]> =>
      all(mySecuritySchema, '/system/mySecurity', signal),
  };
}
