import { createSource, hostsOf } from '@/utils/accounting/registry';
import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import { checkManage } from '@/utils/manage/check';
import type { ConnectionCheck } from '@/utils/messaging/protocol';
import { reasonOf } from '@/utils/payments/problem';
import type { Reason, ReasonCode } from '@/utils/payments/reason';
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
    results: await orFailure(manageProbe, () => manageResults(services, platform, signal)),
  });
  return [
    ...(of === undefined || of === 'manage' ? [await manage()] : []),
    ...(await Promise.all(
      wanted.map(async (connection) => ({
        of: connection.id,
        results: await orFailure(
          () => 'accountingReachable',
          () => sourceResults(connection, services, platform, signal),
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
  const { member, api, settings } = session;
  return checkManage(api, settings, { member, now: platform.now() }, signal);
}

async function sourceResults(
  connection: Connection,
  services: Services,
  platform: WorkerPlatform,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  await requireAccess(platform, hostsOf(connection));
  return (await createSource(connection, 'receivable', sourceContext(services, platform))).check(signal);
}

/** What could not be done when Manage could not even be opened. */
function manageProbe({ code }: Reason): ProbeName {
  if (code === 'manageCompanyUnknown' || code === 'manageOtherCompany') return 'manageCompany';
  const aboutSignIn: readonly ReasonCode[] = [
    'manageSignedOut',
    'manageKeysMissing',
    'manageClientIdMissing',
  ];
  return aboutSignIn.includes(code) ? 'manageSignedIn' : 'manageReachable';
}

async function orFailure(
  probeOf: (why: Reason) => ProbeName,
  check: () => Promise<readonly CheckResult[]>,
): Promise<readonly CheckResult[]> {
  try {
    return await check();
  } catch (error) {
    const why = reasonOf(error);
    return [{ probe: probeOf(why), verdict: 'failed', evidence: '', reason: why }];
  }
}
