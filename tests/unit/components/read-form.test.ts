// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Policy } from '@/utils/storage/policy-schema';
import { hostNames, neededOrigins } from '@/components/options/needed-origins';
import { odataAddressFromText } from '@/components/options/accounting/odata-address';
import { readForm } from '@/components/options/read-form';
import { siteFromText } from '@/components/options/site-from-text';
import { secretNamesOf } from '@/utils/accounting/registry';
import { NO_SETTINGS, settingsSchema } from '@/utils/storage/settings';
import { HOSTS_OF } from './support/options';
import {
  APPLICATION,
  BUSINESS_CENTRAL,
  COMPANY,
  DYNAMICS_NAV,
  NOTHING_STORED,
  STORED,
  storedWith,
  TENANT,
  USUAL_RULES,
} from './support/settings';

/** What the form shows of how invoices match and of what counts as paid, left as it is. */
const USUAL_FIELDS = {
  matchField: 'number',
  booksPrefix: '',
  managePrefix: '',
  booksSuffix: '',
  manageSuffix: '',
  leadingZeros: 'exact',
  discounts: 'paid',
  credits: 'apart',
  writeOffs: 'apart',
  tolerance: '0',
};

const POWEROFFICE_FIELDS = {
  system: 'poweroffice-go',
  environment: 'demo',
  applicationKey: 'app',
  clientKey: 'key',
  subscriptionKey: 'subscription',
  ...USUAL_FIELDS,
};

const BUSINESS_CENTRAL_FIELDS = {
  system: 'business-central',
  tenantId: TENANT,
  applicationId: APPLICATION,
  environment: 'Production',
  company: COMPANY,
  ...USUAL_FIELDS,
};

const NAV_FIELDS = {
  system: 'dynamics-nav',
  baseUrl: 'https://nav.example.com:7048/DynamicsNAV110/ODataV4',
  company: 'Nord IT AS',
  user: 'SYNC',
  webServiceKey: 'key',
  localCurrency: 'nok',
  ...USUAL_FIELDS,
  invoicesService: 'PostedSalesInvoices',
  entriesService: 'CustomerLedgerEntries',
  detailedService: 'DetailedCustLedgEntries',
};

const FILLED = {
  site: 'na.myconnectwise.net',
  companyId: 'acme',
  signIn: 'api-keys',
  publicKey: 'public',
  privateKey: 'private',
  clientId: 'client',
  homeCurrency: '',
  strategy: 'payment-record',
  ...POWEROFFICE_FIELDS,
  screenTitles: 'Invoice Search',
  numberCaptions: 'Invoice Number\n\n Invoice # ',
};

function read(change: Record<string, string> = {}, stored = NOTHING_STORED, without: readonly string[] = []) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...FILLED, ...change })) {
    if (!without.includes(name)) data.set(name, value);
  }
  return readForm(data, stored);
}

const settingsOf = (reading: ReturnType<typeof read>) => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.settings;
};
const errorsOf = (reading: ReturnType<typeof read>) => (reading.ok ? {} : reading.errors);

describe('the filled form', () => {
  it.each(['browser', 'session'] as const)('can ask to keep keys for the %s', (keepSecrets) => {
    expect(settingsOf(read({ keepSecrets })).keepSecrets).toBe(keepSecrets);
  });

  it('becomes settings that the worker accepts, and secrets by name', () => {
    const reading = read();
    const settings = settingsOf(reading);
    expect(settingsSchema.parse(settings)).toEqual(settings);
    expect(settings.connections).toEqual([
      {
        id: 'poweroffice-go',
        name: 'PowerOffice Go',
        system: 'poweroffice-go',
        environment: 'demo',
        ...USUAL_RULES,
      },
    ]);
    expect(settings.invoiceSearch.numberCaptions).toEqual(['Invoice Number', 'Invoice #']);
    expect(reading).toHaveProperty('secrets', {
      'manage.privateKey': 'private',
      'poweroffice-go.applicationKey': 'app',
      'poweroffice-go.clientKey': 'key',
      'poweroffice-go.subscriptionKey': 'subscription',
    });
    expect(JSON.stringify(settings)).not.toContain('private');
  });

  it.each([
    ['sek', { clientCurrency: 'SEK' }],
    ['', {}],
  ])('keeps the books of PowerOffice Go in “%s”', (localCurrency, kept) => {
    expect(settingsOf(read({ localCurrency })).connections).toEqual([
      {
        id: 'poweroffice-go',
        name: 'PowerOffice Go',
        system: 'poweroffice-go',
        environment: 'demo',
        ...USUAL_RULES,
        ...kept,
      },
    ]);
  });

  it('knows no currency of two letters', () => {
    expect(errorsOf(read({ localCurrency: 'kr' }))).toEqual({ localCurrency: 'localCurrency' });
  });

  it('connects Manage alone while no key of the books is filled in', () => {
    const reading = read({ applicationKey: '', clientKey: '', subscriptionKey: '' });
    expect(settingsOf(reading).connections).toEqual([]);
  });

  it('wants all keys of the books once one is filled in', () => {
    expect(errorsOf(read({ clientKey: ' ', subscriptionKey: '' }))).toEqual({
      clientKey: 'required',
      subscriptionKey: 'required',
    });
  });

  it('leaves stored secrets as they are when they are not typed again', () => {
    const empty = { privateKey: '', applicationKey: '', clientKey: '', subscriptionKey: 'new' };
    expect(read(empty, STORED)).toHaveProperty('secrets', { 'poweroffice-go.subscriptionKey': 'new' });
  });

  it('wants no keys of Manage with the signed-in session', () => {
    const reading = read({ signIn: 'session' }, NOTHING_STORED, ['publicKey', 'privateKey']);
    expect(settingsOf(reading).manage).toMatchObject({ signIn: 'session', publicKey: '' });
  });

  it('keeps what the form does not show: other connections, and the other way of writing', () => {
    const other = {
      id: 'branch',
      name: 'Branch',
      system: 'poweroffice-go',
      environment: 'demo',
      ...USUAL_RULES,
    } as const;
    const stored = {
      ...STORED,
      settings: { ...STORED.settings, connections: [...STORED.settings.connections, other] },
    };
    const settings = settingsOf(
      read(
        { strategy: 'custom-fields', paidAmountCaption: 'Betalt', datePaidCaption: 'Betalt dato' },
        stored,
      ),
    );
    expect(settings.connections.map(({ id }) => id)).toEqual(['poweroffice-go', 'branch']);
    expect(settings.manage?.writeBack).toEqual({
      strategy: 'custom-fields',
      paidAmountCaption: 'Betalt',
      datePaidCaption: 'Betalt dato',
      besideOtherIntegration: true,
    });
  });

  it('takes an agreement back when its tick is gone', () => {
    expect(settingsOf(read({}, STORED)).manage?.writeBack.besideOtherIntegration).toBe(false);
  });

  it.each([
    [{ site: '' }, { site: 'required' }],
    [{ site: 'manage' }, { site: 'site' }],
    [{ companyId: '  ' }, { companyId: 'required' }],
    [{ publicKey: '' }, { publicKey: 'required' }],
    [{ privateKey: '' }, { privateKey: 'required' }],
    [{ clientId: '' }, { clientId: 'required' }],
    [{ homeCurrency: 'N1K' }, { homeCurrency: 'currency' }],
    [{ screenTitles: ' \n ' }, { screenTitles: 'listEmpty' }],
    [
      { strategy: 'custom-fields', paidAmountCaption: '', datePaidCaption: 'D' },
      { paidAmountCaption: 'required' },
    ],
  ])('with %o is refused at the field', (change, errors) => {
    expect(errorsOf(read(change))).toEqual(errors);
  });
});

/** The form with the fields of one system, and of that one alone. */
function readBooks(fields: Record<string, string>, stored = NOTHING_STORED) {
  return read(
    fields,
    stored,
    Object.keys(POWEROFFICE_FIELDS).filter((name) => !(name in fields)),
  );
}

describe('the books in the filled form', () => {
  it.each([
    [
      POWEROFFICE_FIELDS,
      {
        id: 'poweroffice-go',
        name: 'PowerOffice Go',
        system: 'poweroffice-go',
        environment: 'demo',
        ...USUAL_RULES,
      },
    ],
    [BUSINESS_CENTRAL_FIELDS, BUSINESS_CENTRAL],
    [NAV_FIELDS, DYNAMICS_NAV],
  ] as const)('become a connection that the worker accepts, with its secrets: %#', (fields, connection) => {
    const reading = readBooks(fields);
    const settings = settingsOf(reading);
    expect(settings.connections).toEqual([connection]);
    expect(settingsSchema.parse(settings)).toEqual(settings);
    const names = secretNamesOf(connection).map((name) => `${connection.id}.${name}`);
    expect(Object.keys(reading.ok ? reading.secrets : {})).toEqual(['manage.privateKey', ...names]);
  });

  it.each([
    [{ ...BUSINESS_CENTRAL_FIELDS, tenantId: '' }, { tenantId: 'required' }],
    [{ ...BUSINESS_CENTRAL_FIELDS, tenantId: 'nordit.onmicrosoft.com' }, { tenantId: 'guid' }],
    [{ ...BUSINESS_CENTRAL_FIELDS, applicationId: `${APPLICATION}0` }, { applicationId: 'guid' }],
    [{ ...BUSINESS_CENTRAL_FIELDS, environment: '' }, { environment: 'choose' }],
    [{ ...BUSINESS_CENTRAL_FIELDS, company: '' }, { company: 'choose' }],
    [{ ...NAV_FIELDS, baseUrl: '' }, { baseUrl: 'required' }],
    [{ ...NAV_FIELDS, baseUrl: 'ftp://nav.example.com' }, { baseUrl: 'odataAddress' }],
    [{ ...NAV_FIELDS, baseUrl: 'http://nav/ODataV4' }, { allowHttp: 'unencrypted' }],
    [{ ...NAV_FIELDS, company: '' }, { company: 'required' }],
    [{ ...NAV_FIELDS, user: 'NORD:SYNC' }, { user: 'userName' }],
    [{ ...NAV_FIELDS, webServiceKey: '' }, { webServiceKey: 'required' }],
    [{ ...NAV_FIELDS, localCurrency: '' }, { localCurrency: 'required' }],
    [{ ...NAV_FIELDS, localCurrency: 'kr' }, { localCurrency: 'localCurrency' }],
    [{ ...NAV_FIELDS, entriesService: '' }, { entriesService: 'required' }],
    [{ ...NAV_FIELDS, detailedService: 'Detailed?' }, { detailedService: 'serviceName' }],
  ])('with %o are refused at the field', (fields, errors) => {
    expect(errorsOf(readBooks(fields))).toEqual(errors);
  });

  it('forget the box for an unencrypted address with an encrypted one', () => {
    const fields = { ...NAV_FIELDS, allowHttp: 'on' };
    expect(settingsOf(readBooks(fields)).connections).toEqual([DYNAMICS_NAV]);
    const [connection] = settingsOf(readBooks({ ...fields, baseUrl: 'HTTP://nav/ODataV4' })).connections;
    expect(connection).toMatchObject({ baseUrl: 'http://nav/ODataV4', allowHttp: true });
  });

  it('take the place of those connected before, and leave other connections alone', () => {
    const branch = {
      id: 'branch',
      name: 'Branch',
      system: 'poweroffice-go',
      environment: 'demo',
      ...USUAL_RULES,
    } as const;
    const { settings } = STORED;
    const stored = { ...STORED, settings: { ...settings, connections: [...settings.connections, branch] } };
    const { connections } = settingsOf(readBooks(NAV_FIELDS, stored));
    expect(connections.map(({ id }) => id)).toEqual(['dynamics-nav', 'branch']);
  });

  it('keep the name that the settings file gave them', () => {
    const stored = storedWith({ ...DYNAMICS_NAV, id: 'head-office' }, 'webServiceKey');
    const reading = readBooks({ ...NAV_FIELDS, webServiceKey: 'new' }, stored);
    expect(settingsOf(reading).connections).toEqual([{ ...DYNAMICS_NAV, id: 'head-office' }]);
    expect(reading).toHaveProperty('secrets', {
      'manage.privateKey': 'private',
      'head-office.webServiceKey': 'new',
    });
  });

  it('need their keys when they are to replace others', () => {
    const stored = storedWith(BUSINESS_CENTRAL);
    const empty = { ...POWEROFFICE_FIELDS, applicationKey: '', clientKey: '', subscriptionKey: '' };
    expect(errorsOf(readBooks(empty, stored))).toEqual({
      applicationKey: 'required',
      clientKey: 'required',
      subscriptionKey: 'required',
    });
  });

  it('keep environment and company while there is no list to choose from', () => {
    const { tenantId, applicationId } = BUSINESS_CENTRAL_FIELDS;
    const fields = { system: 'business-central', tenantId, applicationId };
    expect(settingsOf(readBooks(fields, storedWith(BUSINESS_CENTRAL))).connections).toEqual([
      BUSINESS_CENTRAL,
    ]);
    expect(settingsOf(readBooks(fields)).connections).toMatchObject([{ environment: '', company: '' }]);
  });

  it('drop environment and company with another directory, which has others', () => {
    const fields = { ...BUSINESS_CENTRAL_FIELDS, tenantId: COMPANY };
    const { connections } = settingsOf(readBooks(fields, storedWith(BUSINESS_CENTRAL)));
    expect(connections).toMatchObject([{ tenantId: COMPANY, environment: '', company: '' }]);
  });
});

describe('the OData address in what was typed', () => {
  it.each([
    [
      'https://nav.example.com:7048/DynamicsNAV110/ODataV4',
      'https://nav.example.com:7048/DynamicsNAV110/ODataV4',
    ],
    [' nav.example.com:7048/NAV/ODataV4/ ', 'https://nav.example.com:7048/NAV/ODataV4'],
    ["https://nav/NAV/ODataV4/Company('X')/Invoices", 'https://nav/NAV/ODataV4'],
    ['https://nav/NAV/ODataV4/$metadata?tenant=a%20b&x=1#y', 'https://nav/NAV/ODataV4?tenant=a%20b'],
    ['http://NAV/BC/odatav4', 'http://nav/BC/odatav4'],
    ['https://books.example.com/behind-a-proxy/', 'https://books.example.com/behind-a-proxy'],
    ['', null],
    ['https://', null],
    ['javascript:alert(1)', null],
    ['file:///etc/ODataV4', null],
    ['https://sync:key@nav.example.com/ODataV4', null],
    ['nav example', null],
  ])('“%s” is %s', (text, address) => {
    expect(odataAddressFromText(text)).toBe(address);
  });
});

describe('the site in what was typed', () => {
  it.each([
    ['na.myconnectwise.net', 'na.myconnectwise.net'],
    ['  NA.MyConnectWise.net/ ', 'na.myconnectwise.net'],
    ['https://na.myconnectwise.net/v4_6_release/ConnectWise.aspx?x=1#y', 'na.myconnectwise.net'],
    ['cw.example.com:8443', 'cw.example.com:8443'],
    ['', null],
    ['localhost', null],
    ['javascript:alert(1)', null],
    ['https://user@evil.example', null],
    ['na myconnectwise.net', null],
  ])('of “%s” is %s', (text, site) => {
    expect(siteFromText(text)).toBe(site);
  });
});

describe('the hosts that settings lead to', () => {
  it.each([
    ['api-keys', 'na.myconnectwise.net', ['na.myconnectwise.net', 'api-na.myconnectwise.net']],
    ['session', 'na.myconnectwise.net', ['na.myconnectwise.net']],
    ['api-keys', 'api-na.myconnectwise.net', ['api-na.myconnectwise.net']],
    ['session', 'cw.example.com:8443', ['cw.example.com']],
    ['api-keys', 'cw.example.com:8443', ['cw.example.com']],
    [
      'api-keys',
      'staging.connectwisedev.com',
      ['staging.connectwisedev.com', 'api-staging.connectwisedev.com'],
    ],
  ] as const)('with %s at %s are each named exactly', (signIn, site, hosts) => {
    const { manage } = STORED.settings;
    const settings = { ...STORED.settings, manage: manage && { ...manage, signIn, site } };
    const origins = neededOrigins(settings, HOSTS_OF);
    expect(origins).toEqual([...hosts, 'goapi.poweroffice.net'].map((host) => `https://${host}/*`));
    expect(hostNames(origins, 'en')).toContain('goapi.poweroffice.net');
  });

  it.each([
    [
      BUSINESS_CENTRAL,
      ['https://api.businesscentral.dynamics.com/*', 'https://login.microsoftonline.com/*'],
      'api.businesscentral.dynamics.com and login.microsoftonline.com',
    ],
    [DYNAMICS_NAV, ['https://nav.example.com/*'], 'nav.example.com'],
    [{ ...DYNAMICS_NAV, baseUrl: 'http://nav:7048/ODataV4' }, ['http://nav/*'], 'nav'],
  ])('are those of the books, without a port: %#', (connection, origins, names) => {
    const needed = neededOrigins({ ...NO_SETTINGS, connections: [connection] }, HOSTS_OF);
    expect(needed).toEqual(origins);
    expect(hostNames(needed, 'en')).toBe(names);
  });

  it('are none before anything is connected', () => {
    expect(neededOrigins(NO_SETTINGS, HOSTS_OF)).toEqual([]);
  });
});

describe('what the organisation has set and the form does not show', () => {
  const managed: Policy = {
    manage: { homeCurrency: 'NOK', publicKey: 'firm', writeBack: { paidAmountCaption: 'Betalt' } },
    schedule: { notify: true },
  };

  it('is read as it is set, before anything is connected too', () => {
    const reading = read({ signIn: 'session', everyHours: '0' }, { ...NOTHING_STORED, managed }, [
      'homeCurrency',
    ]);
    expect(settingsOf(reading)).toMatchObject(managed);
  });

  it('of an address keeps what it had while it is the same', () => {
    const nav = { ...DYNAMICS_NAV, allowHttp: true };
    const stored = storedWith(nav, 'webServiceKey');
    const allowed = (baseUrl: string) =>
      settingsOf(readBooks({ ...NAV_FIELDS, baseUrl }, stored)).connections[0];
    expect(allowed(nav.baseUrl)).toHaveProperty('allowHttp', true);
    expect(allowed('https://other.example.com/ODataV4')).toHaveProperty('allowHttp', false);
  });
});
