import { describe, expect, it } from 'vitest';
import { linksTo, linkToBooks } from '@/utils/worker/invoice-links';
import { settingsSchema, type Connection, type ManageSettings } from '@/utils/storage/settings';
import { SETTINGS_VERSION } from '@/utils/storage/upgrade-settings';

const GUID = '11111111-2222-3333-4444-555555555555';
const BC = { id: 'bc', name: 'BC', system: 'business-central', tenantId: GUID, clientId: GUID };
const NAV = {
  id: 'nav',
  name: 'NAV',
  system: 'dynamics-nav',
  baseUrl: 'http://nav.example:7048/n/ODataV4',
  allowHttp: true,
  company: 'C',
  localCurrency: 'NOK',
  user: 'u',
};
const GO = { id: 'go', name: 'Go', system: 'poweroffice-go' };

function settingsOf(
  connection: object,
  manage: object = {},
): { manage: ManageSettings; connection: Connection } {
  const parsed = settingsSchema.parse({
    version: SETTINGS_VERSION,
    manage: { site: 'na.myconnectwise.net', companyId: 'nord', signIn: 'session', ...manage },
    connections: [connection],
  });
  const [only] = parsed.connections;
  if (parsed.manage === null || only === undefined) throw new Error('no settings');
  return { manage: parsed.manage, connection: only };
}
const booksLink = (connection: object, number = '12345'): string | null =>
  linkToBooks(settingsOf(connection).connection, { number });

describe('the links of an invoice', () => {
  it('are none unless an address was set, or is documented', () => {
    const { manage, connection } = settingsOf(GO);
    expect(linksTo(manage, connection, { number: '1', id: 2 })).toBeNull();
    expect(booksLink(NAV)).toBeNull();
    expect(booksLink({ ...BC, environment: 'Production', company: 'CRONUS' })).toContain('page=132');
  });

  it('go to Manage by the record id, which only some outcomes know', () => {
    const { manage, connection } = settingsOf(GO, { invoiceAddress: 'https://{site}/?recid={id}' });
    expect(linksTo(manage, connection, { number: '1', id: 2 })).toEqual({
      manage: 'https://na.myconnectwise.net/?recid=2',
      books: null,
    });
    expect(linksTo(manage, connection, { number: '1' })).toBeNull();
  });

  it('go to the books by the number as they write it', () => {
    const address = 'https://books.example/{number}';
    const matching = { booksPrefix: 'SI-', managePrefix: 'M' };
    expect(booksLink({ ...GO, invoiceAddress: address }, '7')).toBe('https://books.example/7');
    expect(booksLink({ ...GO, invoiceAddress: address, matching }, 'M7')).toBe('https://books.example/SI-7');
    expect(booksLink({ ...GO, invoiceAddress: address, matching }, '7')).toBeNull();
  });

  it.each([
    ['another field holds the number of Manage', { field: 'order-number' }],
    ['leading zeros leave several numbers', { leadingZeros: 'ignored' }],
  ])('do not go to the books where %s', (_, matching) => {
    expect(booksLink({ ...GO, invoiceAddress: 'https://books.example/{number}', matching })).toBeNull();
  });

  it('go to a server without encryption where its connection does', () => {
    const invoiceAddress = 'http://nav.example:8080/n/?no={number}';
    expect(booksLink({ ...NAV, invoiceAddress })).toBe('http://nav.example:8080/n/?no=12345');
    expect(
      booksLink({ ...NAV, invoiceAddress, baseUrl: 'https://nav.example:7048/n/ODataV4', allowHttp: false }),
    ).toBeNull();
    expect(booksLink({ ...GO, invoiceAddress })).toBeNull();
  });
});
