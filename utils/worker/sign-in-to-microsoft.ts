import { hostsOf } from '@/utils/accounting/registry';
import type { MicrosoftAccount } from '@/utils/microsoft-sign-in/ports';
import { Problem } from '@/utils/payments/problem';
import { requireAccess } from '@/utils/services/require-access';
import type { Platform, Services } from '@/utils/services/services';

/**
 * Lets the user sign in to Microsoft for a connection that is stored. The worker does it, since the popup, which offers
 * it too, closes as soon as Microsoft's window opens; and since a run renews a sign-in in the same way.
 * @throws Problem that says what is to be done
 */
export async function signInToMicrosoft(
  connectionId: string,
  { microsoft, settings }: Pick<Services, 'microsoft' | 'settings'>,
  platform: Pick<Platform, 'mayReach'>,
): Promise<MicrosoftAccount> {
  const stored = (await settings.read()).connections.find(({ id }) => id === connectionId);
  if (stored?.system !== 'business-central') throw new Problem('accountingNotConnected');
  await requireAccess(platform, hostsOf(stored));
  const { tenantId, clientId } = stored;
  return microsoft.signIn({ connectionId, tenantId, clientId }, new AbortController().signal);
}
