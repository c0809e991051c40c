import { closedInvoiceTrial } from '@/utils/manage/closed-invoice-trial';
import type { SecretChanges } from '@/utils/messaging/protocol';
import type { Handlers } from '@/utils/messaging/receive';
import { discoverManage } from './discover-manage';
import type { ManageSession } from './manage-session';
import type { Services, WorkerPlatform } from './services';
import type { SetupDesk } from './setup-desk';

export interface SetupHandlerOptions {
  readonly services: () => Promise<Services>;
  readonly platform: WorkerPlatform & { readonly openSetup: () => Promise<void> };
  readonly setup: SetupDesk;
  readonly openSession: (signal: AbortSignal) => Promise<ManageSession>;
  readonly save: (settings: unknown, secrets: SecretChanges) => Promise<void>;
}

type SetupMessages =
  'tryClosedInvoice' | 'openSetup' | 'discoverManage' | 'readSetup' | 'keepSetup' | 'saveSetup';

/** What the worker does for the pages of the guided setup. */
export function createSetupHandlers(options: SetupHandlerOptions): Pick<Handlers, SetupMessages> {
  const { services, platform, setup, openSession, save } = options;
  return {
    async tryClosedInvoice({ invoiceNumber }) {
      const { signal } = new AbortController();
      return closedInvoiceTrial((await openSession(signal)).api, invoiceNumber, signal);
    },

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
