import { describe, expect, it, test } from 'vitest';
import { serviceAddress } from '@/utils/accounting/dynamics-nav/service-address';
import { readMetadata } from '@/utils/accounting/dynamics-nav/metadata';
import { hostsOf, secretNamesOf } from '@/utils/accounting/registry';
import { NO_BILLS } from '@/utils/payments/bills-rule';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { settingsSchema } from '@/utils/storage/settings';

const given = {
  id: 'nav',
  name: 'Nord IT',
  system: 'dynamics-nav',
  baseUrl: 'https://nav.example.com:7048/DynamicsNAV110/ODataV4',
  company: 'CRONUS Norge AS',
  localCurrency: 'nok',
  user: 'SYNC',
};

const parse = (changed: object = {}) =>
  settingsSchema.safeParse({ version: 2, connections: [{ ...given, ...changed }] });

describe('a connection to NAV', () => {
  it('fills in what an administrator usually leaves as it is', () => {
    expect(parse().data?.connections).toEqual([
      {
        ...given,
        localCurrency: 'NOK',
        allowHttp: false,
        matching: { ...SAME_NUMBER, field: 'number' },
        paid: USUALLY_PAID,
        bills: NO_BILLS,
        services: {
          invoices: 'PostedSalesInvoices',
          entries: 'CustomerLedgerEntries',
          detailed: 'DetailedCustLedgEntries',
          bills: 'PostedPurchaseInvoices',
          vendorEntries: 'VendorLedgerEntries',
          vendorDetailed: 'DetailedVendLedgEntries',
        },
      },
    ]);
  });

  test.each<[string, object, (string | number)[]]>([
    [
      'an unencrypted address nobody agreed to',
      { baseUrl: 'http://nav:7048/NAV/ODataV4' },
      ['connections', 0, 'allowHttp'],
    ],
    ['an address that is none', { baseUrl: 'nav.example.com' }, ['connections', 0, 'baseUrl']],
    ['another protocol', { baseUrl: 'ftp://nav.example.com/ODataV4' }, ['connections', 0, 'baseUrl']],
    ['no company', { company: ' ' }, ['connections', 0, 'company']],
    ['a currency by its sign', { localCurrency: 'kr' }, ['connections', 0, 'localCurrency']],
    ['a user with a colon, which would end the name', { user: 'a:b' }, ['connections', 0, 'user']],
    ['a service with a path', { services: { entries: 'a/b' } }, ['connections', 0, 'services', 'entries']],
  ])('is refused with %s', (_, changed, path) => {
    expect(parse(changed).error?.issues[0]?.path).toEqual(path);
  });

  it('takes an unencrypted address that was agreed to', () => {
    expect(parse({ baseUrl: 'http://nav:7048/NAV/ODataV4', allowHttp: true }).success).toBe(true);
  });

  test.each([
    ['https://nav.example.com:7048/DynamicsNAV110/ODataV4', 'https://nav.example.com/*'],
    ['http://10.0.0.5:7048/NAV/ODataV4?tenant=default', 'http://10.0.0.5/*'],
  ])('to %s needs exactly the host %s', (baseUrl, host) => {
    const [connection] = parse({ baseUrl, allowHttp: true }).data?.connections ?? [];
    expect(connection && hostsOf(connection)).toEqual([host]);
    expect(connection && secretNamesOf(connection)).toEqual(['webServiceKey']);
  });
});

test.each([
  ['https://n/NAV/ODataV4', 'CRONUS', "https://n/NAV/ODataV4/Company('CRONUS')/S"],
  ['https://n/NAV/ODataV4/', "O'Leary & Co", "https://n/NAV/ODataV4/Company('O%27%27Leary%20%26%20Co')/S"],
  [
    'https://n/NAV/ODataV4?tenant=t',
    'Ærlig AS',
    "https://n/NAV/ODataV4/Company('%C3%86rlig%20AS')/S?tenant=t",
  ],
])('a service under %s of the company %s is found at %s', (baseUrl, company, address) => {
  expect(serviceAddress({ baseUrl, company }, 'S')).toBe(address);
});

test('the description of services is read with either kind of quotes, and without what is no column', () => {
  const xml = `<Schema>
    <EntityType Name='Entries' BaseType="x"><Key><PropertyRef Name="Entry_No"/></Key>
      <Property Name="Entry_No" Type="Edm.Int32"/><Property Type='Edm.Boolean' Name='Open'></Property>
      <NavigationProperty Name="Customer"/></EntityType>
    <EntityContainer Name="NAV"><EntitySet EntityType="NAV.Entries" Name="Poster"></EntitySet>
      <EntitySet Name="Lost" EntityType="NAV.Nothing"/></EntityContainer></Schema>`;
  expect([...readMetadata(xml)].map(([name, columns]) => [name, [...columns]])).toEqual([
    ['Poster', ['Entry_No', 'Open']],
    ['Lost', []],
  ]);
});
