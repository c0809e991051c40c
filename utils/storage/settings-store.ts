import { checkSettings } from './check-settings';
import type { Database } from './database';
import { withoutManaged } from './overlay';
import type { OwnSettings } from './own-settings';
import type { Policy } from './policy-schema';
import { NO_SETTINGS, settingsSchema, type Settings } from './settings';
import { checkPolicy, isAllowed, managedBy, settingsInForce } from './settings-in-force';
import type { Vault } from './vault';

/** What the browser tells of what the organisation has set; nothing where there is no policy. */
export type ReadManaged = () => Promise<Readonly<Record<string, unknown>>>;

/** The user's settings under what the organisation has set, and the names of the secrets beside them. */
export interface SettingsStore {
  /** The settings that count. @throws Problem also `policyInvalid` */
  read(): Promise<Settings>;
  /** What the organisation has set. @throws Problem `policyInvalid` */
  policy(): Promise<Policy>;
  /**
   * Checks and stores settings; secrets by name, an empty text removing one. Of what the organisation has set, the user
   * keeps what they had before.
   * @throws Problem; then nothing is stored
   */
  save(settings: unknown, secrets: Readonly<Record<string, string>>): Promise<void>;
}

export function createSettingsStore(db: Database, vault: Vault, readManaged: ReadManaged): SettingsStore {
  const own = async (): Promise<OwnSettings> => (await db.get('settings', 'settings')) ?? NO_SETTINGS;

  const store: SettingsStore = {
    async read() {
      const settings = settingsInForce(await own(), await store.policy());
      const { keepSecrets } = settings;
      if ((await vault.place()) !== keepSecrets) await vault.keep(null, {}, keepSecrets);
      return settings;
    },

    policy: async () => checkPolicy(await readManaged()),

    async save(settings, secrets) {
      const policy = await store.policy();
      const wanted = checkSettings(settingsSchema, settings);
      const before = await own();
      const dormant = (before.connections ?? []).filter(({ id }) => !isAllowed(policy, id));
      const next = withoutManaged(wanted, managedBy(policy), before) as OwnSettings;
      const connections = (next.connections ?? []).filter(({ id }) => isAllowed(policy, id));
      const { keepSecrets } = settingsInForce(wanted, policy);
      await vault.keep({ ...next, connections: [...connections, ...dormant] }, secrets, keepSecrets);
    },
  };
  return store;
}
