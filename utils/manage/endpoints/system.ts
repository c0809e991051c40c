import type { z } from 'zod/mini';
import type { ManageConnection } from '../connection';
import { accountingPackageSetupSchema } from '../schemas';
import { readAll } from './read-all';

export type AccountingPackageSetup = z.infer<typeof accountingPackageSetupSchema>;

/** How Manage is set up. */
export function systemEndpoints(connection: ManageConnection) {
  return {
    /** How Manage hands over to an accounting package; empty when it does not. @throws Problem */
    accountingPackageSetup: (signal: AbortSignal): Promise<readonly AccountingPackageSetup[]> =>
      readAll(connection, accountingPackageSetupSchema, '/finance/accountingPackageSetup', signal),
  };
}
