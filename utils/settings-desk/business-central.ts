import {
  createBusinessCentralApi,
  type BusinessCentralApi,
  type BusinessCentralConnection,
} from '@/utils/accounting/business-central/api';
import { listCompanies, listEnvironments, type Choice } from '@/utils/accounting/business-central/choices';
import { LEDGER_LISTS } from '@/utils/accounting/business-central/ledger-lists';
import { hostsOf } from '@/utils/accounting/registry';
import { Problem } from '@/utils/payments/problem';
import { requireAccess } from '@/utils/services/require-access';
import type { Platform, Services } from '@/utils/services/services';

/** The environments that whoever signed in may choose from. @throws Problem */
export async function environmentsOf(
  connectionId: string,
  services: Services,
  platform: Platform,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  return listEnvironments(await open(connectionId, {}, services, platform), signal);
}

/** The companies of an environment that need not be stored yet. @throws Problem */
export async function companiesOf(
  connectionId: string,
  environment: string,
  services: Services,
  platform: Platform,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  return listCompanies(await open(connectionId, { environment }, services, platform), signal);
}

async function open(
  connectionId: string,
  chosen: Partial<BusinessCentralConnection>,
  { http, microsoft, settings }: Services,
  platform: Platform,
): Promise<BusinessCentralApi> {
  const stored = (await settings.read()).connections.find(({ id }) => id === connectionId);
  if (stored?.system !== 'business-central') throw new Problem('accountingNotConnected');
  await requireAccess(platform, hostsOf(stored));
  const connection = { ...stored, ...chosen };
  return createBusinessCentralApi({ connection, http, microsoft, lists: LEDGER_LISTS.receivable });
}
