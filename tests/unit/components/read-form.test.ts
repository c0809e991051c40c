// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { hostNames, neededOrigins } from '@/components/options/needed-origins';
import type { StoredSettings } from '@/components/options/options-port';
import { readForm } from '@/components/options/read-form';
import { siteFromText } from '@/components/options/site-from-text';
import { NO_SETTINGS, settingsSchema } from '@/utils/storage/settings';
import { STORED } from './support/settings';

const NOTHING_STORED: StoredSettings = { settings: NO_SETTINGS, secretsSet: [] };

const FILLED = {
  site: 'na.myconnectwise.net',
  companyId: 'acme',
  signIn: 'api-keys',
  publicKey: 'public',
  privateKey: 'private',
  clientId: 'client',
  homeCurrency: '',
  strategy: 'payment-record',
  environment: 'demo',
  applicationKey: 'app',
  clientKey: 'key',
  subscriptionKey: 'subscription',
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
      { id: 'poweroffice-go', system: 'poweroffice-go', environment: 'demo' },
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
    const other = { id: 'branch', system: 'poweroffice-go', environment: 'demo' } as const;
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
  ] as const)('with %s at %s are each named exactly', (signIn, site, hosts) => {
    const { manage } = STORED.settings;
    const settings = { ...STORED.settings, manage: manage && { ...manage, signIn, site } };
    const origins = neededOrigins(settings);
    expect(origins).toEqual([...hosts, 'goapi.poweroffice.net'].map((host) => `https://${host}/*`));
    expect(hostNames(origins, 'en')).toContain('goapi.poweroffice.net');
  });

  it('are none before anything is connected', () => {
    expect(neededOrigins(NO_SETTINGS)).toEqual([]);
  });
});
