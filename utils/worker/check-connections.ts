import { createSource, hostsOf } from '@/utils/accounting/registry';
import type { CheckResult } from '@/utils/accounting/source';
import { checkManage } from '@/utils/manage/check';
import type { ConnectionCheck } from '@/utils/messaging/protocol';
import { reasonOf } from '@/utils/payments/problem';
import type { Connection } from '@/utils/storage/settings';
import { openManage } from './manage-session';
import { requireAccess } from './require-access';
import type { Services, WorkerPlatform } from './services';
import { sourceContext } from './source-context';

/**
 * Tries connections as they are saved: Manage and all others, or one alone. What cannot even be tried is a result too.
 * @param of `manage` or the id of a connection
 */
export async function checkConnections(
  services: Services,
  platform: WorkerPlatform,
  of?: string,
): Promise<readonly ConnectionCheck[]> {
  const { signal } = new AbortController();
  const { connections } = await services.settings.read();
  const wanted = connections.filter(({ id }) => of === undefined || of === id);
  const manage = async (): Promise<ConnectionCheck> => ({
    of: 'manage',
    results: await orFailure('manageReachable', () => manageResults(services, platform, signal)),
  });
  return [
    ...(of === undefined || of === 'manage' ? [await manage()] : []),
    ...(await Promise.all(
      wanted.map(async (connection) => ({
        of: connection.id,
        results: await orFailure('accountingReachable', () =>
          sourceResults(connection, services, platform, signal),
        ),
      })),
    )),
  ];
}

async function manageResults(
  services: Services,
  platform: WorkerPlatform,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const session = await openManage(services, platform, signal);
  return checkManage(session.api, session.settings, signal);
}

async function sourceResults(
  connection: Connection,
  services: Services,
  platform: WorkerPlatform,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  await requireAccess(platform, hostsOf(connection));
  return (await createSource(connection, sourceContext(services, platform))).check(signal);
}

async function orFailure(
  probe: string,
  check: () => Promise<readonly CheckResult[]>,
): Promise<readonly CheckResult[]> {
  try {
    return await check();
  } catch (error) {
    return [{ probe, verdict: 'failed', evidence: '', reason: reasonOf(error) }];
  }
}
