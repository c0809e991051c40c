import { beforeEach, describe, expect, it } from 'vitest';
import { formatSettingsFile, parseSettingsFile } from '@/utils/storage/settings-file';
import { createSettingsStore, type SettingsStore } from '@/utils/storage/settings-store';
import { NO_SETTINGS } from '@/utils/storage/settings';
import { createVault, type Vault } from '@/utils/storage/vault';
import { fakeSessionStore } from '../support/fake-session-store';
import { freshDatabase } from '../sync/support/run';

let store: SettingsStore;
let vault: Vault;
beforeEach(async () => {
  const db = await freshDatabase();
  vault = createVault(db, crypto, fakeSessionStore());
  store = createSettingsStore(db, vault, () => Promise.resolve({}));
});

const valid = {
  version: 1,
  manage: {
    site: ' NA.myconnectwise.net ',
    companyId: 'nordit',
    signIn: 'api-keys',
    publicKey: 'p',
    clientId: 'c',
  },
  connections: [{ id: 'poweroffice-go', system: 'poweroffice-go' }],
};

it('begins with nothing connected', async () => {
  expect(await store.read()).toEqual(NO_SETTINGS);
});

it('fills in what was left out, and tidies what was typed', async () => {
  await store.save(valid, { 'manage.privateKey': 'secret' });
  expect(await store.read()).toMatchObject({
    manage: {
      site: 'na.myconnectwise.net',
      writeBack: { strategy: 'payment-record', paidAmountCaption: 'Paid Amount' },
    },
    connections: [{ environment: 'production' }],
    invoiceSearch: { screenTitles: ['Invoice Search'] },
  });
  expect(await vault.get('manage.privateKey')).toBe('secret');
});

describe('a file', () => {
  it('comes back as it was written', () => {
    const file = parseSettingsFile(
      JSON.stringify({ ...valid, secrets: { 'poweroffice-go.clientKey': 'x' } }),
    );
    expect(parseSettingsFile(formatSettingsFile(file))).toEqual(file);
  });

  it('holds no secrets unless it was given some', () => {
    expect(formatSettingsFile({ settings: NO_SETTINGS, secrets: {} })).not.toContain('secrets');
  });

  it.each<[string, string, string]>([
    ['is no JSON', '{"version": 1,', 'settingsNotJson'],
    ['is of a version to come', JSON.stringify({ ...valid, version: 3 }), 'settingsInvalid'],
    ['has a name misspelt', JSON.stringify({ ...valid, conections: [] }), 'settingsInvalid'],
    [
      'has an address for a host',
      JSON.stringify({ ...valid, manage: { ...valid.manage, site: 'https://x.y/z' } }),
      'settingsInvalid',
    ],
    [
      'names a system nobody knows',
      JSON.stringify({ ...valid, connections: [{ id: 'a', system: 'abacus' }] }),
      'settingsInvalid',
    ],
    ['is a list', '[]', 'settingsInvalid'],
    [
      'has a secret that is no text',
      JSON.stringify({ ...valid, secrets: { 'manage.privateKey': 5 } }),
      'settingsInvalid',
    ],
  ])('that %s is refused with the place', (_, text, code) => {
    expect(() => parseSettingsFile(text)).toThrow(
      expect.objectContaining({ reason: expect.objectContaining({ code }) as unknown }) as Error,
    );
  });

  it('that is refused tells no secret', () => {
    const text = JSON.stringify({ ...valid, secrets: { 'manage.privateKey': 'hunter2', wrong: 'hunter2' } });
    try {
      parseSettingsFile(text);
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain('hunter2');
    }
  });
});

it('changes nothing when settings are refused', async () => {
  await store.save(valid, {});
  const before = await store.read();
  const twins = { ...valid, connections: [...valid.connections, ...valid.connections] };
  await expect(store.save(twins, { 'manage.privateKey': 'x' })).rejects.toMatchObject({
    reason: { code: 'settingsInvalid' },
  });
  await expect(store.save({ version: 1, manage: 'na' }, {})).rejects.toMatchObject({
    reason: { code: 'settingsInvalid' },
  });
  expect(await store.read()).toEqual(before);
  expect(await vault.names()).toEqual([]);
});
