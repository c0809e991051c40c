import { secretNamesOf } from '@/utils/accounting/registry';
import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/receive';
import { formatSettingsFile, parseSettingsFile } from '@/utils/storage/settings-file';
import type { Services } from './services';
import { SETUP_DRAFT } from './setup-desk';

export interface SettingsHandlerOptions {
  readonly services: () => Promise<Services>;
  readonly save: (settings: unknown, secrets: SecretChanges) => Promise<void>;
}

type SettingsMessages = 'readSettings' | 'saveSettings' | 'exportSettings' | 'importSettings';

/** What the worker does for the settings page: settings come and go, secrets only go, unless exported on purpose. */
export function createSettingsHandlers({
  services,
  save,
}: SettingsHandlerOptions): Pick<Handlers, SettingsMessages> {
  return {
    async readSettings() {
      const { settings, vault } = await services();
      const names = await vault.names();
      return { settings: await settings.read(), secretsSet: names.filter((name) => name !== SETUP_DRAFT) };
    },

    async saveSettings({ settings, secrets }) {
      await save(settings, secrets);
      return null;
    },

    async exportSettings({ withSecrets }) {
      const { settings, vault, shownPages } = await services();
      const current = await settings.read();
      const secrets: Record<string, string> = {};
      const names = current.connections.flatMap((each) =>
        secretNamesOf(each).map((name) => `${each.id}.${name}`),
      );
      for (const name of withSecrets ? ['manage.privateKey', ...names] : []) {
        const value = await vault.get(name);
        if (value !== null) secrets[name] = value;
      }
      return formatSettingsFile({ settings: current, secrets, shownPages: await shownPages.all() });
    },

    async importSettings({ text }) {
      const { settings, secrets, shownPages } = parseSettingsFile(text);
      await save(settings, secrets);
      if (shownPages !== undefined) await (await services()).shownPages.replace(shownPages);
      return null;
    },
  };
}
