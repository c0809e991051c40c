import { secretNamesOf } from '@/utils/accounting/registry';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Connection, Settings } from '@/utils/storage/settings';
import type { Services } from '@/utils/services/services';

/** Says whether Manage's own key is not in the vault, as after a session that kept it ended. */
export async function missingManageKeys(
  { manage }: Settings,
  { vault }: Pick<Services, 'vault'>,
): Promise<Reason | null> {
  if (manage?.signIn !== 'api-keys') return null;
  return (await vault.names()).includes('manage.privateKey') ? null : reason('manageKeysMissing');
}

/**
 * Says which keys a connection needs and the vault does not hold, or that nobody has signed in where that takes the
 * place of keys.
 */
export async function missingConnectionKeys(
  connection: Connection,
  { vault, microsoft }: Pick<Services, 'vault' | 'microsoft'>,
): Promise<Reason | null> {
  const kept = await vault.names();
  if (secretNamesOf(connection).some((name) => !kept.includes(`${connection.id}.${name}`)))
    return reason('accountingKeysMissing', { connection: connection.name });
  if (connection.system !== 'business-central') return null;
  const { id: connectionId, tenantId, clientId } = connection;
  const account = await microsoft.account({ connectionId, tenantId, clientId });
  return account === null ? reason('microsoftSignInMissing') : null;
}
