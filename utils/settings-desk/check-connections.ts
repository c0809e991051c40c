import { checkSource } from '@/utils/accounting/checks';
import { hostsOf } from '@/utils/accounting/registry';
import type { ProbeName } from '@/utils/accounting/probe-name';
import type { CheckResult } from '@/utils/accounting/source';
import { checkManage } from '@/utils/manage/check';
import { Problem, reasonOf } from '@/utils/payments/problem';
import type { Reason, ReasonCode } from '@/utils/payments/reason';
import { openManage } from '@/utils/services/manage-session';
import { requireAccess } from '@/utils/services/require-access';
import type { Services, Platform } from '@/utils/services/services';
import { sourceContext } from '@/utils/services/source-context';
import { linesOf } from '@/utils/storage/lines';
import { createClosedInvoices } from '@/utils/storage/closed-invoices';
import type { Connection } from '@/utils/storage/settings';
import type { ConnectionCheck } from './answers';
import type { WorkerPort } from './settings-desk';

export interface CheckConnectionsOptions {
  readonly services: Services;
  readonly platform: Platform;
  readonly worker: Pick<WorkerPort, 'tryManage'>;
}

/**
 * Tries connections as they are saved: Manage and all others, or one alone. What cannot even be tried is a result too.
 * @param of `manage` or the id of a connection
 */
export async function checkConnections(
  options: CheckConnectionsOptions,
  of?: string,
): Promise<readonly ConnectionCheck[]> {
  const { services } = options;
  const { signal } = new AbortController();
  const { connections } = await services.settings.read();
  const wanted = connections.filter(({ id }) => of === undefined || of === id);
  const manage = async (): Promise<ConnectionCheck> => ({
    of: 'manage',
    results: await orFailure(manageProbe, () => manageResults(options, signal)),
  });
  return [
    ...(of === undefined || of === 'manage' ? [await manage()] : []),
    ...(await Promise.all(
      wanted.map(async (connection) => ({
        of: connection.id,
        results: await orFailure(
          () => 'accountingReachable',
          () => sourceResults(connection, options, signal),
        ),
      })),
    )),
  ];
}

async function manageResults(
  { services, platform, worker }: CheckConnectionsOptions,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const session = await openManage(services, platform, signal);
  if (session.settings.signIn === 'session') {
    // This page may send other cookies than the worker, as a page in a container does: syncs are the worker's.
    const tried = await worker.tryManage();
    // What else is amiss the probes below tell one by one.
    if (!tried.ok && manageProbe(tried.reason) !== 'manageReachable') {
      throw new Problem(tried.reason.code, tried.reason.params);
    }
  }
  const { member, api, settings } = session;
  const orders = (await services.settings.read()).connections.some(({ bills }) => bills.on);
  const closedInvoices = await createClosedInvoices(services.database, settings).read();
  return checkManage(api, settings, { member, now: platform.now(), orders, closedInvoices }, signal);
}

async function sourceResults(
  connection: Connection,
  { services, platform }: CheckConnectionsOptions,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  await requireAccess(platform, hostsOf(connection));
  const results: CheckResult[] = [];
  for (const { ledger } of linesOf([connection]))
    results.push(...(await checkSource(connection, ledger, sourceContext(services, platform), signal)));
  return results;
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
