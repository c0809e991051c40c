import { allOrNothing } from './all-or-nothing';
import type { Database } from './database';
import { createSeal } from './seal';
import type { SessionStore } from './session-store';
import type { Settings } from './settings';
import { withStorageProblems } from './storage-problem';

type Secrets = Readonly<Record<string, string>>;

/**
 * Keeps secrets where the settings say: sealed in IndexedDB, or in the memory of the browser session only.
 * @throws Problem `storageFull`, `storageGone` or `storageFailed` from every call
 */
export interface Vault {
  /** The secret, or null if there is none or it can no longer be opened. */
  get(name: string): Promise<string | null>;
  /** Stores a secret; an empty text removes it. */
  set(name: string, secret: string): Promise<void>;
  /** The names of the secrets kept, never their values. */
  names(): Promise<readonly string[]>;
  /**
   * Stores settings and changed secrets as one, an empty text removing a secret: when it fails, all is as before.
   * The other secrets move to where the settings want them; those of connections that were removed go.
   */
  keep(settings: Settings, changes: Secrets): Promise<void>;
}

/** Set before the name of a secret in the memory of the session. */
const PREFIX = 'secret:';

export function createVault(db: Database, crypto: Crypto, session: SessionStore): Vault {
  const seal = createSeal(db, crypto);
  const vault: Vault = {
    async get(name) {
      if ((await place()) === 'session') {
        const secret = await session.get(PREFIX + name);
        return typeof secret === 'string' ? secret : null;
      }
      const sealed = await db.get('secrets', name);
      return sealed === undefined ? null : seal.open(sealed);
    },

    async set(name, secret) {
      if ((await place()) === 'session') await setInSession({ [name]: secret });
      else if (secret === '') await db.delete('secrets', name);
      else await db.put('secrets', await seal.close(secret), name);
    },

    async names() {
      return (await place()) === 'session' ? inSession() : db.getAllKeys('secrets');
    },

    async keep(settings, changes) {
      const before = await db.get('settings', 'settings');
      const kept = await everything();
      const moving = placeOf(before) !== settings.keepSecrets;
      const gone = Object.keys(kept).filter(
        (name) => !(name in changes) && ownerLeft(name, before, settings),
      );
      const wanted: Secrets = {
        ...(moving ? kept : {}),
        ...changes,
        ...Object.fromEntries(gone.map((name) => [name, ''])),
      };
      if (settings.keepSecrets === 'session') {
        await setInSession(wanted);
        await store(settings, null).catch(async (error: unknown) => {
          await setInSession({ ...emptied(wanted), ...(moving ? {} : kept) });
          throw error;
        });
      } else {
        await store(settings, wanted);
        if (moving) await setInSession(emptied(kept));
      }
    },
  };
  return withStorageProblems(vault);

  async function place(): Promise<Settings['keepSecrets']> {
    return placeOf(await db.get('settings', 'settings'));
  }

  async function inSession(): Promise<readonly string[]> {
    const keys = await session.keys();
    return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  }

  async function setInSession(secrets: Secrets): Promise<void> {
    const items = Object.entries(secrets).map(([name, secret]) => [PREFIX + name, secret] as const);
    await session.set(Object.fromEntries(items.filter(([, secret]) => secret !== '')));
    await session.remove(items.filter(([, secret]) => secret === '').map(([key]) => key));
  }

  async function everything(): Promise<Secrets> {
    const secrets: Record<string, string> = {};
    for (const name of await vault.names()) secrets[name] = (await vault.get(name)) ?? '';
    return secrets;
  }

  /** Settings and sealed secrets in one transaction; null leaves no sealed secret behind. */
  async function store(settings: Settings, secrets: Secrets | null): Promise<void> {
    const sealed = await Promise.all(
      Object.entries(secrets ?? {}).map(
        async ([name, secret]) => [name, secret === '' ? null : await seal.close(secret)] as const,
      ),
    );
    const transaction = db.transaction(['settings', 'secrets'], 'readwrite');
    const stored = transaction.objectStore('secrets');
    await allOrNothing(transaction, async () => {
      if (secrets === null) await stored.clear();
      for (const [name, entry] of sealed) {
        await (entry === null ? stored.delete(name) : stored.put(entry, name));
      }
      await transaction.objectStore('settings').put(settings, 'settings');
    });
  }
}

/** Settings stored before there was a choice keep secrets in the browser. */
function placeOf(settings: Settings | undefined): Settings['keepSecrets'] {
  return settings?.keepSecrets === 'session' ? 'session' : 'browser';
}

/**
 * Whether a secret, named `<connection>.<key>`, belongs to a connection that was there before and is not any more, or
 * is one to another accounting system now.
 */
function ownerLeft(name: string, before: Settings | undefined, after: Settings): boolean {
  const [owner] = name.split('.');
  const systemIn = (settings: Settings | undefined): string | undefined =>
    settings?.connections.find(({ id }) => id === owner)?.system;
  return systemIn(before) !== undefined && systemIn(before) !== systemIn(after);
}

function emptied(secrets: Secrets): Secrets {
  return Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));
}
