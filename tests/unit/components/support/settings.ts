import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { NO_BILLS } from '@/utils/payments/bills-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import type { StoredSettings } from '@/components/options/options-port';
import { NO_SETTINGS, settingsSchema, type Connection } from '@/utils/storage/settings';

/** Every character of the number counts, and it is the books' own. */
export const USUALLY_MATCHED = { ...SAME_NUMBER, field: 'number' } as const;

/** How a new connection matches and what counts as paid in it. */
export const USUAL_RULES = { matching: USUALLY_MATCHED, paid: USUALLY_PAID, bills: NO_BILLS } as const;

export const NOTHING_STORED: StoredSettings = { settings: NO_SETTINGS, secretsSet: [], managed: {} };

/** Manage by keys and PowerOffice Go, with all secrets stored. */
export const STORED: StoredSettings = {
  settings: settingsSchema.parse({
    version: 2,
    manage: {
      site: 'na.myconnectwise.net',
      companyId: 'acme',
      signIn: 'api-keys',
      publicKey: 'public',
      clientId: 'client',
      writeBack: { besideOtherIntegration: true },
    },
    connections: [{ id: 'poweroffice-go', name: 'PowerOffice Go', system: 'poweroffice-go' }],
  }),
  secretsSet: [
    'manage.privateKey',
    'poweroffice-go.applicationKey',
    'poweroffice-go.clientKey',
    'poweroffice-go.subscriptionKey',
  ],
  managed: {},
};

/** The same Manage with other books. */
export function storedWith(connection: Connection, ...secrets: readonly string[]): StoredSettings {
  return {
    settings: { ...STORED.settings, connections: [connection] },
    managed: {},
    secretsSet: ['manage.privateKey', ...secrets.map((name) => `${connection.id}.${name}`)],
  };
}

export const TENANT = '7a1b6d2e-40c8-4e0f-9d53-5e2a8c91f0b4';
export const APPLICATION = '3c9e5f70-1d2b-4a86-8b7f-0e6d4c2a1b95';
export const COMPANY = 'b5c1f3a4-2d6e-4f7a-9b80-1c3d5e7f9a02';

export const BUSINESS_CENTRAL: Extract<Connection, { system: 'business-central' }> = {
  id: 'business-central',
  name: 'Business Central',
  system: 'business-central',
  tenantId: TENANT,
  clientId: APPLICATION,
  environment: 'Production',
  company: COMPANY,
  ...USUAL_RULES,
  datedWhenFirstSeen: false,
};

export const DYNAMICS_NAV: Extract<Connection, { system: 'dynamics-nav' }> = {
  id: 'dynamics-nav',
  name: 'Dynamics NAV',
  system: 'dynamics-nav',
  baseUrl: 'https://nav.example.com:7048/DynamicsNAV110/ODataV4',
  allowHttp: false,
  company: 'Nord IT AS',
  services: {
    invoices: 'PostedSalesInvoices',
    entries: 'CustomerLedgerEntries',
    detailed: 'DetailedCustLedgEntries',
    bills: 'PostedPurchaseInvoices',
    vendorEntries: 'VendorLedgerEntries',
    vendorDetailed: 'DetailedVendLedgEntries',
  },
  localCurrency: 'NOK',
  user: 'SYNC',
  ...USUAL_RULES,
};
