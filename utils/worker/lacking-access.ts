import { hostsOf } from '@/utils/accounting/registry';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Connection, ManageSettings } from '@/utils/storage/settings';
import { manageHosts } from '@/utils/services/manage-hosts';
import type { WorkerPlatform } from './worker-platform';

type Access = Pick<WorkerPlatform, 'mayReach'>;

/** Match patterns of Manage's hosts that the browser does not let the extension reach, or no longer. */
export function lackingManageAccess(platform: Access, manage: ManageSettings): Promise<readonly string[]> {
  return lacking(platform, manageHosts(manage));
}

/** The same of the hosts of an accounting system. */
export function lackingConnectionAccess(
  platform: Access,
  connection: Connection,
): Promise<readonly string[]> {
  return lacking(platform, hostsOf(connection));
}

/** The sentence for hosts that may not be reached; null where there is none. */
export function lackingAccessReason([pattern]: readonly string[]): Reason | null {
  if (pattern === undefined) return null;
  return reason('hostPermissionMissing', { host: pattern.replaceAll(/^\w+:\/\/|\/\*$/g, '') });
}

async function lacking({ mayReach }: Access, patterns: readonly string[]): Promise<readonly string[]> {
  const reachable = await Promise.all(patterns.map((pattern) => mayReach([pattern])));
  return patterns.filter((_, at) => !reachable[at]);
}
