import { describe, expect, it } from 'vitest';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { settingsSchema } from '@/utils/storage/settings';
import { parseSettingsFile } from '@/utils/storage/settings-file';
import { SETTINGS_VERSION, upgradeSettings } from '@/utils/storage/upgrade-settings';

/** A settings file as version 1 wrote it, with one connection to each system and one system twice. */
const FIRST_VERSION = {
  version: 1,
  manage: {
    site: 'na.myconnectwise.net',
    companyId: 'nordit',
    signIn: 'api-keys',
    publicKey: 'p',
    clientId: 'c',
    homeCurrency: '',
    writeBack: {
      strategy: 'payment-record',
      paidAmountCaption: 'Paid Amount',
      datePaidCaption: 'Date Paid',
      besideOtherIntegration: false,
    },
  },
  connections: [
    { id: 'poweroffice-go', system: 'poweroffice-go', environment: 'production' },
    { id: 'branch', system: 'poweroffice-go', environment: 'demo' },
    {
      id: 'business-central',
      system: 'business-central',
      tenantId: '7a1b6d2e-40c8-4e0f-9d53-5e2a8c91f0b4',
      clientId: '3c9e5f70-1d2b-4a86-8b7f-0e6d4c2a1b95',
      environment: 'Production',
      company: 'CRONUS',
      manageNumberIn: 'external-document-number',
      datedWhenFirstSeen: false,
    },
    {
      id: 'dynamics-nav',
      system: 'dynamics-nav',
      baseUrl: 'https://nav.example.com:7048/DynamicsNAV110/ODataV4',
      allowHttp: false,
      company: 'CRONUS',
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
      manageNumberIn: 'number',
    },
  ],
  invoiceSearch: { screenTitles: ['Invoice Search'], numberCaptions: ['Invoice Number'] },
  keepSecrets: 'browser',
};

describe('settings of version 1', () => {
  const upgraded = settingsSchema.parse(upgradeSettings(FIRST_VERSION));

  it('become today’s, and keep everything that was set', () => {
    const { manage, invoiceSearch, keepSecrets } = FIRST_VERSION;
    expect(upgraded).toMatchObject({ version: SETTINGS_VERSION, manage, invoiceSearch, keepSecrets });
    expect(upgraded.connections.map(({ id }) => id)).toEqual(FIRST_VERSION.connections.map(({ id }) => id));
  });

  it('give every connection a name that people can tell it by', () => {
    expect(upgraded.connections.map(({ name }) => name)).toEqual([
      'PowerOffice Go',
      'PowerOffice Go 2',
      'Business Central',
      'Dynamics NAV',
    ]);
  });

  it('keep saying in which field of the books Manage’s number stands', () => {
    expect(upgraded.connections.map(({ matching }) => matching.field)).toEqual([
      'number',
      'number',
      'external-document-number',
      'number',
    ]);
  });

  it('match and count as paid what they did before', () => {
    for (const { matching, paid } of upgraded.connections) {
      expect(matching).toMatchObject(SAME_NUMBER);
      expect(paid).toEqual(USUALLY_PAID);
    }
  });

  it('can be imported from a file, with the secrets beside them', () => {
    const secrets = { 'poweroffice-go.clientKey': 'x' };
    expect(parseSettingsFile(JSON.stringify({ ...FIRST_VERSION, secrets }))).toEqual({
      settings: upgraded,
      secrets,
    });
  });
});

it('settings of today are left as they are', () => {
  const today = settingsSchema.parse(upgradeSettings(FIRST_VERSION));
  expect(upgradeSettings(today)).toEqual(today);
});

it.each([
  ['of a version to come', { version: SETTINGS_VERSION + 1, connections: [] }],
  ['of no version', { connections: [] }],
  ['of half a version', { version: 1.5 }],
  ['of version 0', { version: 0 }],
  ['that are a list', []],
  ['that are nothing', null],
])('what calls itself settings, %s, is left for the validation to refuse', (_, value) => {
  expect(upgradeSettings(value)).toEqual(value);
});

it('connections that are none are left for the validation to refuse', () => {
  expect(upgradeSettings({ version: 1, connections: 'all' })).toMatchObject({ connections: 'all' });
  expect(upgradeSettings({ version: 1, connections: ['x', { system: 'abacus' }] })).toMatchObject({
    connections: ['x', { system: 'abacus', name: 'Accounting' }],
  });
});
