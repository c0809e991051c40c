import type { PanelState } from '@/utils/messaging/protocol';
import { reason, type Reason } from '@/utils/payments/reason';
import { linesOf } from '@/utils/storage/lines';
import type { Settings } from '@/utils/storage/settings';
import { lackingAccessReason, lackingConnectionAccess, lackingManageAccess } from './lacking-access';
import { missingConnectionKeys, missingManageKeys } from './missing-keys';
import type { RunDesk } from './run-desk';
import type { Services } from '@/utils/services/services';
import type { WorkerPlatform } from './worker-platform';

/** How every connection stands, without asking Manage or any books. @throws Problem when that cannot be told */
export async function panelState(
  settings: Settings,
  services: Pick<Services, 'vault' | 'microsoft'>,
  desk: Pick<RunDesk, 'of'>,
  platform: Pick<WorkerPlatform, 'mayReach'>,
): Promise<PanelState> {
  if (settings.manage === null) return nothing(reason('manageNotConnected'));
  if (settings.connections.length === 0) return nothing(reason('accountingNotConnected'));
  const missingForAll =
    lackingAccessReason(await lackingManageAccess(platform, settings.manage)) ??
    (await missingManageKeys(settings, services));
  const connections = await Promise.all(
    linesOf(settings.connections).map(async ({ id, ledger, connection }) => {
      const { id: connectionId, name, system } = connection;
      const missing =
        missingForAll ??
        lackingAccessReason(await lackingConnectionAccess(platform, connection)) ??
        (await missingConnectionKeys(connection, services));
      return { id, connectionId, ledger, name, system, missing, ...(await desk.of(id).state()) };
    }),
  );
  return { missing: missingForAll, connections };
}

/** What is shown while nothing can be told of any connection. */
export function nothing(missing: Reason): PanelState {
  return { missing, connections: [] };
}
