import { Problem } from '@/utils/payments/problem';
import { checkSettings } from './check-settings';
import type { Database } from './database';
import { NO_SETTINGS, settingsSchema, type Settings } from './settings';
import type { Vault } from './vault';

/** The user's settings and the names of the secrets beside them. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Checks and stores settings; secrets by name, an empty text removing one. @throws Problem; then nothing is stored */
  save(settings: unknown, secrets: Readonly<Record<string, string>>): Promise<void>;
}

export function createSettingsStore(db: Database, vault: Vault): SettingsStore {
  return {
    async read() {
      const stored = await db.get('settings', 'settings');
      if (stored === undefined) return NO_SETTINGS;
      return checkSettings(settingsSchema, stored);
    },

    async save(settings, secrets) {
      const checked = checkSettings(settingsSchema, settings);
      const ids = checked.connections.map(({ id }) => id);
      if (new Set(ids).size < ids.length) {
        throw new Problem('settingsInvalid', { where: 'connections', why: 'two connections have one id' });
      }
      await vault.keep(checked, secrets);
    },
  };
}
