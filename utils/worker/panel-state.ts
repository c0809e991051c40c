import type { PanelState } from '@/utils/messaging/protocol';
import { reason, type Reason } from '@/utils/payments/reason';
import { readAttention } from '@/utils/storage/attention';
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
  services: Pick<Services, 'database' | 'vault' | 'microsoft'>,
  desk: Pick<RunDesk, 'of'>,
  platform: Pick<WorkerPlatform, 'mayReach'>,
): Promise<PanelState> {
  if (settings.manage === null) return nothing(reason('manageNotConnected'));
  if (settings.connections.length === 0) return nothing(reason('accountingNotConnected'));
  const missingForAll =
    lackingAccessReason(await lackingManageAccess(platform, settings.manage)) ??
    (await missingManageKeys(settings, services));
  const { schedule } = await readAttention(services.database);
  const connections = await Promise.all(
    linesOf(settings.connections).map(async ({ id, ledger, connection }) => {
      const { id: connectionId, name, system } = connection;
      const missing =
        missingForAll ??
        lackingAccessReason(await lackingConnectionAccess(platform, connection)) ??
        (await missingConnectionKeys(connection, services));
      const state = await desk.of(id).state();
      // A run that began since says more than the one that could not.
      const isNewer = state.run !== null && state.run.startedAt > (schedule?.triedAt ?? 0);
      const refused = isNewer ? null : (schedule?.refused[id] ?? null);
      return { id, connectionId, ledger, name, system, missing, refused, ...state };
    }),
  );
  return { missing: missingForAll, connections };
}

/** What is shown while nothing can be told of any connection. */
export function nothing(missing: Reason): PanelState {
  return { missing, connections: [] };
}
