import {
  createBusinessCentralApi,
  type BusinessCentralConnection,
} from '@/utils/accounting/business-central/api';
import { listCompanies, listEnvironments, type Choice } from '@/utils/accounting/business-central/choices';
import { hostsOf } from '@/utils/accounting/registry';
import type { MicrosoftAccount } from '@/utils/microsoft-sign-in/ports';
import { Problem } from '@/utils/payments/problem';
import type { Services, WorkerPlatform } from './services';

export interface BusinessCentralDeskOptions {
  readonly services: () => Promise<Services>;
  readonly platform: Pick<WorkerPlatform, 'mayReach'>;
}

/** What the settings need of Business Central before a connection is complete. Each throws a Problem. */
export interface BusinessCentralDesk {
  /** Lets the user sign in to Microsoft for a connection that is stored. */
  signIn(connectionId: string): Promise<MicrosoftAccount>;
  environments(connectionId: string): Promise<readonly Choice[]>;
  /** Of an environment that need not be stored yet. */
  companies(connectionId: string, environment: string): Promise<readonly Choice[]>;
}

export function createBusinessCentralDesk(options: BusinessCentralDeskOptions): BusinessCentralDesk {
  const { services, platform } = options;
  const { signal } = new AbortController();

  async function open(connectionId: string, chosen: Partial<BusinessCentralConnection> = {}) {
    const { http, microsoft, settings } = await services();
    const stored = (await settings.read()).connections.find(({ id }) => id === connectionId);
    if (stored?.system !== 'business-central') throw new Problem('accountingNotConnected');
    for (const pattern of hostsOf(stored)) {
      if (await platform.mayReach([pattern])) continue;
      throw new Problem('hostPermissionMissing', { host: new URL(pattern.replace('/*', '/')).host });
    }
    const connection = { ...stored, ...chosen };
    return { api: createBusinessCentralApi({ connection, http, microsoft }), microsoft };
  }

  return {
    async signIn(connectionId) {
      const { api, microsoft } = await open(connectionId);
      return microsoft.signIn(api.app, signal);
    },

    environments: async (connectionId) => listEnvironments((await open(connectionId)).api, signal),

    companies: async (connectionId, environment) =>
      listCompanies((await open(connectionId, { environment })).api, signal),
  };
}
