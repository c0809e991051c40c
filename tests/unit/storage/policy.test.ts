import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { overlay, withoutManaged, type Row } from '@/utils/storage/overlay';
import { placesOf, valueAt } from '@/utils/storage/places';
import { createSettingsStore, type SettingsStore } from '@/utils/storage/settings-store';
import { checkPolicy } from '@/utils/storage/settings-in-force';
import { createVault, type Vault } from '@/utils/storage/vault';
import type { Database } from '@/utils/storage/database';
import { fakeSessionStore } from '../support/fake-session-store';
import { freshDatabase } from '../sync/support/run';

let store: SettingsStore;
let vault: Vault;
let db: Database;
let policy: Record<string, unknown>;
beforeEach(async () => {
  policy = {};
  db = await freshDatabase();
  vault = createVault(db, crypto, fakeSessionStore());
  store = createSettingsStore(db, vault, () => Promise.resolve(policy));
});

const MANAGE = { site: 'na.myconnectwise.net', companyId: 'nordit', signIn: 'session', clientId: 'mine' };
const NAV = {
  id: 'nav',
  name: 'Nord IT',
  system: 'dynamics-nav',
  baseUrl: 'https://nav.nord.example:7048/NAV/ODataV4',
  company: 'Nord IT AS',
  localCurrency: 'NOK',
  user: 'SYNC',
};
const MINE = { id: 'mine', name: 'My own', system: 'poweroffice-go' };
const own = (connections: readonly object[] = [MINE]) => ({ version: 2, manage: MANAGE, connections });
const stored = () => db.get('settings', 'settings');

describe('What the organisation has set', () => {
  it('counts, field by field, over what the user has set, and is not stored with it', async () => {
    await store.save(own(), {});
    const before = await stored();
    policy = {
      manage: { site: 'eu.myconnectwise.net', writeBack: { strategy: 'custom-fields' } },
      connections: [NAV],
      schedule: { everyHours: 4 },
    };
    const inForce = await store.read();
    expect(inForce).toMatchObject({
      manage: { site: 'eu.myconnectwise.net', clientId: 'mine', writeBack: { strategy: 'custom-fields' } },
      connections: [{ id: 'mine' }, { id: 'nav', services: { invoices: 'PostedSalesInvoices' } }],
      schedule: { everyHours: 4, notify: false },
    });
    await store.save({ ...inForce, schedule: { ...inForce.schedule, notify: true } }, {});
    expect(await store.read()).toMatchObject({ schedule: { everyHours: 4, notify: true } });
    const after = await stored();
    expect(after?.manage).toEqual(before?.manage);
    expect(after?.schedule).toEqual({ everyHours: 0, notify: true });
    expect(JSON.stringify(after)).not.toContain('nav.nord.example');
  });

  it('leaves what is the user’s own as it was once it is withdrawn', async () => {
    await store.save(own(), {});
    const before = await store.read();
    policy = { manage: { site: 'eu.myconnectwise.net' }, connections: [NAV], keepSecrets: 'session' };
    await store.save(await store.read(), {});
    policy = {};
    expect(await store.read()).toEqual(before);
  });

  it('leaves the user their part of a connection that it sets', async () => {
    policy = { connections: [NAV] };
    const { connections, ...others } = await store.read();
    const [nav] = connections;
    await store.save({ ...others, connections: [{ ...nav, matching: { booksPrefix: 'F' } }] }, {});
    policy = { connections: [{ ...NAV, baseUrl: 'https://other.nord.example/ODataV4' }] };
    expect((await store.read()).connections).toMatchObject([
      { id: 'nav', baseUrl: 'https://other.nord.example/ODataV4', matching: { booksPrefix: 'F' } },
    ]);
  });

  it('connects nothing while something is missing that only the user can know', async () => {
    policy = { manage: { clientId: 'firm' } };
    expect((await store.read()).manage).toBeNull();
    await store.save({ ...own(), manage: { ...MANAGE, clientId: 'firm' } }, {});
    expect((await store.read()).manage).toMatchObject({ site: 'na.myconnectwise.net', clientId: 'firm' });
    expect((await stored())?.manage).not.toHaveProperty('clientId');
  });

  it('takes the place of a connection to another system that has the same id', async () => {
    await store.save(own([{ ...MINE, id: 'nav' }]), {});
    policy = { connections: [NAV] };
    expect((await store.read()).connections).toMatchObject([{ id: 'nav', system: 'dynamics-nav' }]);
    await store.save(await store.read(), {});
    policy = {};
    expect((await store.read()).connections).toMatchObject([{ id: 'nav', system: 'poweroffice-go' }]);
  });

  it('may keep users from connections of their own, which come back when they are allowed again', async () => {
    await store.save(own(), {});
    policy = { connections: [NAV], allowOwnConnections: false };
    const inForce = await store.read();
    expect(inForce.connections.map(({ id }) => id)).toEqual(['nav']);
    await store.save(inForce, {});
    await store.save({ ...inForce, connections: [...inForce.connections, { ...MINE, id: 'other' }] }, {});
    policy = {};
    expect((await store.read()).connections).toMatchObject([{ id: 'mine' }]);
  });

  it('replaces a list of things without names as a whole', async () => {
    const bills = { on: true, vendors: [{ books: 'Dell', manage: 'Dell EMEA' }] };
    policy = { connections: [{ ...NAV, bills }] };
    const { connections, ...others } = await store.read();
    expect(connections).toMatchObject([{ bills }]);
    const [nav] = connections;
    const mine = { ...nav, bills: { ...nav?.bills, vendors: [{ books: 'HP', manage: 'HP Inc' }] } };
    await store.save({ ...others, connections: [mine] }, {});
    expect((await store.read()).connections).toMatchObject([{ bills }]);
    expect(JSON.stringify(await stored())).not.toContain('Dell');
  });

  it('decides where keys are kept, and those that are there move', async () => {
    await store.save(own(), { 'mine.clientKey': 'secret' });
    policy = { keepSecrets: 'session' };
    await store.read();
    expect(await db.getAllKeys('secrets')).toEqual([]);
    expect(await vault.get('mine.clientKey')).toBe('secret');
    policy = {};
    await store.read();
    expect(await db.getAllKeys('secrets')).toEqual(['mine.clientKey']);
    expect(await vault.get('mine.clientKey')).toBe('secret');
  });

  it('does not lose the keys of its connections with the policy alone', async () => {
    policy = { connections: [NAV] };
    await store.save(await store.read(), { 'nav.webServiceKey': 'secret' });
    policy = {};
    await store.read();
    policy = { connections: [NAV] };
    await store.read();
    expect(await vault.get('nav.webServiceKey')).toBe('secret');
  });

  it('stays whatever is saved, and so does what the user had there before', async () => {
    await store.save(own(), {});
    const before = await stored();
    policy = { manage: { companyId: 'nordit', signIn: 'api-keys' } };
    await store.save({ ...own([]), manage: { ...MANAGE, companyId: 'other' } }, {});
    expect(await store.read()).toMatchObject({
      manage: { companyId: 'nordit', signIn: 'api-keys' },
      connections: [],
    });
    expect((await stored())?.manage).toEqual(before?.manage);
  });
});

describe('A policy with a mistake', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['in a value', { schedule: { everyHours: 999 } }, 'schedule.everyHours'],
    ['in a choice', { manage: { signIn: 'password' } }, 'manage.signIn'],
    ['in a name', { manage: { sight: 'x' } }, 'manage'],
    ['of a secret in it', { secrets: { 'manage.privateKey': 'x' } }, 'settings'],
    [
      'of a connection that lacks what its system needs',
      { connections: [{ ...NAV, user: undefined }] },
      'connections.0.user',
    ],
    [
      'of a connection to a system nobody knows',
      { connections: [{ ...NAV, system: 'abacus' }] },
      'connections.0.system',
    ],
    ['of two connections with one id', { connections: [NAV, NAV] }, 'connections'],
  ])(
    '%s is taken in no part: nothing can be read or saved, and the user’s own stays',
    async (_, wrong, where) => {
      await store.save(own(), { 'mine.clientKey': 'secret' });
      const before = await store.read();
      policy = { keepSecrets: 'session', ...wrong };
      const refusal = { reason: { code: 'policyInvalid', params: { where } } };
      await expect(store.read()).rejects.toMatchObject(refusal);
      await expect(store.save(own([]), {})).rejects.toMatchObject(refusal);
      expect(await db.getAllKeys('secrets')).toEqual(['mine.clientKey']);
      policy = {};
      expect(await store.read()).toEqual(before);
    },
  );

  it('is none where it leaves out what is the user’s to set', () => {
    expect(checkPolicy({ manage: { clientId: 'firm' }, schedule: {} })).toEqual({
      manage: { clientId: 'firm' },
      schedule: {},
    });
  });
});

describe('Whatever is set by both', () => {
  const leaf = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 2 }),
  );
  const group = fc.dictionary(fc.constantFrom('a', 'b', 'c'), leaf);
  const named = fc.uniqueArray(
    fc.record(
      { id: fc.constantFrom('x', 'y', 'z'), system: fc.constant('nav'), a: leaf },
      { requiredKeys: ['id', 'system'] },
    ),
    { selector: ({ id }) => id },
  );
  const tree: fc.Arbitrary<Row> = fc.record(
    { d: leaf, e: group, f: fc.record({ g: group }), n: named },
    { requiredKeys: [] },
  );

  it('what is managed counts at each of its places, and saving gives the user back what was theirs', () => {
    fc.assert(
      fc.property(tree, tree, (mine, managed) => {
        const inForce = overlay(mine, managed);
        for (const place of placesOf(managed))
          expect(valueAt(inForce, place)).toEqual(valueAt(managed, place));
        const kept = withoutManaged(inForce, managed, mine);
        for (const place of placesOf(mine)) expect(valueAt(kept, place)).toEqual(valueAt(mine, place));
        expect(overlay(kept, managed)).toEqual(inForce);
      }),
    );
  });
});
