import { secretNamesOf } from '@/utils/accounting/registry';
import { reason, type Reason } from '@/utils/payments/reason';
import type { Settings } from '@/utils/storage/settings';
import type { Vault } from '@/utils/storage/vault';

/** Says which keys the connections need and the vault does not hold, as after a session that kept them ended. */
export async function missingKeys(
  { manage, connections }: Settings,
  vault: Pick<Vault, 'names'>,
): Promise<Reason | null> {
  const kept = await vault.names();
  if (manage?.signIn === 'api-keys' && !kept.includes('manage.privateKey'))
    return reason('manageKeysMissing');
  const [connection] = connections;
  const lacks =
    connection && secretNamesOf(connection).some((name) => !kept.includes(`${connection.id}.${name}`));
  return lacks ? reason('accountingKeysMissing', { connection: connection.id }) : null;
}
