import type { Services } from '@/utils/services/services';
import { EMPTY_DRAFT, SETUP_DRAFT } from '@/utils/storage/setup-draft';

/** Opens the setup where the user has connected nothing and it was never opened before. */
export async function offerSetup(
  { settings, vault }: Pick<Services, 'settings' | 'vault'>,
  open: () => Promise<void>,
): Promise<void> {
  // What keeps the settings from being read, such as a policy with a mistake in it, the setup says.
  const isConnected = await connectedByUser(settings).catch(() => false);
  if (isConnected || (await vault.names()).includes(SETUP_DRAFT)) return;
  await vault.set(SETUP_DRAFT, JSON.stringify(EMPTY_DRAFT));
  await open();
}

async function connectedByUser(settings: Services['settings']): Promise<boolean> {
  // An organisation that connects everything still leaves keys to be entered.
  const isManaged = (await settings.policy()).manage !== undefined;
  return (await settings.read()).manage !== null && !isManaged;
}
