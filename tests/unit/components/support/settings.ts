import type { StoredSettings } from '@/components/options/options-port';
import { settingsSchema } from '@/utils/storage/settings';

/** Manage by keys and PowerOffice Go, with all secrets stored. */
export const STORED: StoredSettings = {
  settings: settingsSchema.parse({
    version: 1,
    manage: {
      site: 'na.myconnectwise.net',
      companyId: 'acme',
      signIn: 'api-keys',
      publicKey: 'public',
      clientId: 'client',
      writeBack: { besideOtherIntegration: true },
    },
    connections: [{ id: 'poweroffice-go', system: 'poweroffice-go' }],
  }),
  secretsSet: [
    'manage.privateKey',
    'poweroffice-go.applicationKey',
    'poweroffice-go.clientKey',
    'poweroffice-go.subscriptionKey',
  ],
};
