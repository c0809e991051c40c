import { z } from 'zod/mini';
import { readShape } from '@/utils/http/json';
import type { ManageConnection } from '../connection';
import { numberedPages } from '../paging';
import {
  accountingPackageSetupSchema,
  mySecuritySchema,
  systemInfoSchema,
  userDefinedFieldSchema,
} from '../schemas';

export type AccountingPackageSetup = z.infer<typeof accountingPackageSetupSchema>;
export type SystemInfo = z.infer<typeof systemInfoSchema>;
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
    systemInfo: async (signal: AbortSignal): Promise<SystemInfo> =>
      readShape(
        systemInfoSchema,
        await connection.json({ path: '/system/info' }, signal),
        'Manage system info',
      ),

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
