import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/receive';
import { discoverManage } from './discover-manage';
import type { Services, WorkerPlatform } from './services';
import type { SetupDesk } from './setup-desk';

export interface SetupHandlerOptions {
  readonly services: () => Promise<Services>;
  readonly platform: WorkerPlatform & { readonly openSetup: () => Promise<void> };
  readonly setup: SetupDesk;
  readonly save: (settings: unknown, secrets: SecretChanges) => Promise<void>;
}

type SetupMessages = 'openSetup' | 'discoverManage' | 'readSetup' | 'keepSetup' | 'saveSetup';

/** What the worker does for the pages of the guided setup. */
export function createSetupHandlers(options: SetupHandlerOptions): Pick<Handlers, SetupMessages> {
  const { services, platform, setup, save } = options;
  return {
    async openSetup() {
      await platform.openSetup();
      return null;
    },

    async discoverManage({ site }) {
      return discoverManage(await services(), platform, site, new AbortController().signal);
    },

    readSetup: () => setup.read(),

    async keepSetup(draft) {
      await setup.keep(draft);
      return null;
    },

    async saveSetup({ settings, secrets, step }) {
      await save(settings, { ...(await setup.secrets()), ...secrets });
      await setup.saved(step);
      return null;
    },
  };
}
