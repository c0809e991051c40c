import { secretNamesOf } from '@/utils/accounting/registry';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Settings } from '@/utils/storage/settings';
import type { Services } from './services';

/**
 * Says which keys the connections need and the vault does not hold, as after a session that kept them ended, or that
 * nobody has signed in where that takes the place of keys.
 */
export async function missingKeys(
  { manage, connections }: Settings,
  { vault, microsoft }: Pick<Services, 'vault' | 'microsoft'>,
): Promise<Reason | null> {
  const kept = await vault.names();
  if (manage?.signIn === 'api-keys' && !kept.includes('manage.privateKey'))
    return reason('manageKeysMissing');
  const [connection] = connections;
  const lacks =
    connection && secretNamesOf(connection).some((name) => !kept.includes(`${connection.id}.${name}`));
  if (lacks) return reason('accountingKeysMissing', { connection: connection.id });
  if (connection?.system !== 'business-central') return null;
  const { id: connectionId, tenantId, clientId } = connection;
  const account = await microsoft.account({ connectionId, tenantId, clientId });
  return account === null ? reason('microsoftSignInMissing') : null;
}
