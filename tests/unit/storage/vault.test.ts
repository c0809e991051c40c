import { NO_BILLS } from '@/utils/payments/bills-rule';
import { SAME_NUMBER } from '@/utils/payments/number-rule';
import { USUALLY_PAID } from '@/utils/payments/paid-rule';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/utils/storage/database';
import { NO_SETTINGS, settingsSchema, type Settings } from '@/utils/storage/settings';
import { createVault, type Vault } from '@/utils/storage/vault';
import { fakeSessionStore } from '../support/fake-session-store';
import { freshDatabase } from '../sync/support/run';

let db: Database;
let session: ReturnType<typeof fakeSessionStore>;
let vault: Vault;
beforeEach(async () => {
  db = await freshDatabase();
  session = fakeSessionStore();
  vault = createVault(db, crypto, session);
});

const kept = (keepSecrets: Settings['keepSecrets'], more: Partial<Settings> = {}): Settings => ({
  ...NO_SETTINGS,
  ...more,
  keepSecrets,
});
const books: Settings['connections'] = [
  {
    id: 'books',
    name: 'Nord IT',
    system: 'poweroffice-go',
    environment: 'production',
    matching: { ...SAME_NUMBER, field: 'number' },
    paid: USUALLY_PAID,
    bills: NO_BILLS,
  },
];

describe.each(['browser', 'session'] as const)('kept for the %s, secrets', (place) => {
  beforeEach(async () => vault.keep(kept(place), {}));

  it('come back as they were put in', async () => {
    await vault.set('manage.privateKey', 'hemmelig nøkkel');
    expect(await vault.get('manage.privateKey')).toBe('hemmelig nøkkel');
    expect(await createVault(db, crypto, session).get('manage.privateKey')).toBe('hemmelig nøkkel');
  });

  it('are named, and forgotten when they are emptied', async () => {
    await vault.set('a', '1');
    await vault.set('b', '2');
    await vault.set('a', '');
    expect(await vault.get('a')).toBeNull();
    expect(await vault.names()).toEqual(['b']);
  });

  it('are changed together with the settings', async () => {
    await vault.set('a', '1');
    await vault.set('b', '2');
    await vault.keep(kept(place, { connections: books }), { a: '', c: '3' });
    expect(await vault.names()).toEqual(['b', 'c']);
    expect((await db.get('settings', 'settings'))?.connections).toEqual(books);
  });

  it('go with the connection they belong to', async () => {
    await vault.keep(kept(place, { connections: books }), {
      'books.clientKey': 'x',
      'books.microsoftSignIn': 'z',
      'manage.privateKey': 'y',
    });
    await vault.keep(kept(place), {});
    expect(await vault.names()).toEqual(['manage.privateKey']);
  });

  it('go when their connection becomes one to another system, but for those that come with it', async () => {
    const central = {
      id: 'books',
      name: 'Nord IT',
      system: 'business-central',
      tenantId: '11111111-2222-4333-8444-555555555555',
      clientId: '11111111-2222-4333-8444-555555555555',
    };
    const { connections } = settingsSchema.parse({ version: NO_SETTINGS.version, connections: [central] });
    await vault.keep(kept(place, { connections }), { 'books.microsoftSignIn': 'x' });
    await vault.keep(kept(place, { connections: books }), { 'books.clientKey': 'y' });
    expect(await vault.names()).toEqual(['books.clientKey']);
  });

  it('of a connection that is not saved yet stay', async () => {
    await vault.set('books.clientKey', 'x');
    await vault.keep(kept(place), {});
    expect(await vault.names()).toEqual(['books.clientKey']);
  });

  it.each(['browser', 'session'] as const)(
    'stay as they were, and so do the settings, when keeping them for the %s fails',
    async (next) => {
      await vault.keep(kept(place), { a: '1', b: '2' });
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
      const refused = vault.keep(kept(next, { connections: books }), { a: 'other', c: '3' });
      await expect(refused).rejects.toMatchObject({ reason: { code: 'storageFull' } });
      put.mockRestore();
      expect(await vault.names()).toEqual(['a', 'b']);
      expect([await vault.get('a'), await vault.get('b')]).toEqual(['1', '2']);
      expect(await db.get('settings', 'settings')).toEqual(kept(place));
      expect(session.items.size).toBe(place === 'session' ? 2 : 0);
    },
  );
});

describe('sealed in the browser', () => {
  it('no secret is stored in the clear, nor twice alike', async () => {
    await vault.set('a', 'hunter2');
    await vault.set('b', 'hunter2');
    const [a, b] = (await db.getAll('secrets')).map(({ sealed }) => Buffer.from(sealed));
    expect(a?.includes('hunter2')).toBe(false);
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(false);
  });

  it('the key is where nobody can read it out', async () => {
    await vault.set('a', 'x');
    const key = await db.get('keys', 'vault');
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
  });

  it('one key is made when two secrets are stored at once', async () => {
    await Promise.all([vault.set('a', '1'), vault.set('b', '2')]);
    expect([await vault.get('a'), await vault.get('b')]).toEqual(['1', '2']);
  });

  it('a secret that no longer opens is none', async () => {
    await vault.set('a', '1');
    await db.put('secrets', { iv: new Uint8Array(12), sealed: new ArrayBuffer(20) }, 'a');
    expect(await vault.get('a')).toBeNull();
  });
});

describe('kept until the browser closes', () => {
  beforeEach(async () => {
    await vault.keep(kept('browser'), { a: '1' });
    await vault.keep(kept('session'), { b: '2' });
  });

  it('nothing of a secret is on disk, and those stored before have moved', async () => {
    expect(await db.getAllKeys('secrets')).toEqual([]);
    expect([await vault.get('a'), await vault.get('b')]).toEqual(['1', '2']);
  });

  it('secrets are gone after that, and the settings are not', async () => {
    session.items.clear();
    expect(await vault.names()).toEqual([]);
    expect(await vault.get('a')).toBeNull();
    expect((await db.get('settings', 'settings'))?.keepSecrets).toBe('session');
  });

  it('secrets move back when they are to stay', async () => {
    await vault.keep(kept('browser'), {});
    expect(session.items.size).toBe(0);
    expect([await vault.get('a'), await vault.get('b')]).toEqual(['1', '2']);
  });

  it('what others keep in the session is left alone', async () => {
    session.items.set('else', 'mine');
    expect(await vault.names()).toEqual(['a', 'b']);
    await vault.keep(kept('browser'), {});
    expect([...session.items]).toEqual([['else', 'mine']]);
  });
});
