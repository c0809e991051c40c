import { Problem } from '@/utils/payments/problem';
import { reason, type Reason } from '@/utils/payments/reason';
import type { ManageApi } from './api';

type SetupApi = Pick<ManageApi, 'accountingPackageSetup'>;

/**
 * Before the first payment record of a run: does another integration carry payments from Manage to the books?
 * Then a payment written here would be booked a second time, so none may be written until the user has confirmed
 * that it does no harm, or has chosen custom fields. A setup this member may not read proves no danger: the
 * answer is then a note to show with the run, which goes on.
 * @throws Problem `otherIntegrationSyncsPayments`; any other that keeps Manage from being read
 */
export async function requireNoOtherIntegration(
  api: SetupApi,
  signal: AbortSignal,
): Promise<readonly Reason[]> {
  const finding = await otherPaymentSync(api, signal);
  if (finding?.code === 'otherIntegrationSyncsPayments') throw new Problem(finding.code, finding.params);
  return finding === null ? [] : [finding];
}

/**
 * What Manage's accounting setup says of payments: null when nothing synchronises them,
 * `otherIntegrationSyncsPayments` when something does, `accountingSetupUnreadable` when it cannot be told.
 * @throws Problem when Manage cannot be read at all
 */
export async function otherPaymentSync(api: SetupApi, signal: AbortSignal): Promise<Reason | null> {
  try {
    const setups = await api.accountingPackageSetup(signal);
    const on = setups.find((setup) => setup.syncPaymentInfoFlag || setup.syncWisePayPaymentInfoFlag);
    if (on !== undefined) {
      const { name, identifier } = on.accountingPackage ?? {};
      return reason('otherIntegrationSyncsPayments', { package: name || identifier || '–' });
    }
    const told = setups.every(({ syncPaymentInfoFlag }) => syncPaymentInfoFlag !== undefined);
    return told ? null : reason('accountingSetupUnreadable');
  } catch (error) {
    if (!(error instanceof Problem) || !UNREADABLE.includes(error.reason.code)) throw error;
    return reason('accountingSetupUnreadable');
  }
}

const UNREADABLE: readonly string[] = ['manageForbidden', 'manageNotFound', 'manageEndpointMissing'];
