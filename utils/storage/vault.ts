import { allOrNothing } from './all-or-nothing';
import type { Database } from './database';
import { createSeal } from './seal';
import type { SessionStore } from './session-store';
import type { OwnSettings } from './own-settings';
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
   * The other secrets move to where they are wanted; those of connections that were removed go.
   * @param settings null leaves them as they are
   * @param place where secrets are wanted, unless it is where the settings say
   */
  keep(settings: OwnSettings | null, changes: Secrets, place?: KeptIn): Promise<void>;
  /** Where secrets are now. */
  place(): Promise<KeptIn>;
}

type KeptIn = Settings['keepSecrets'];

/** Set before the name of a secret in the memory of the session. */
const PREFIX = 'secret:';

export function createVault(db: Database, crypto: Crypto, session: SessionStore): Vault {
  const seal = createSeal(db, crypto);
  const vault: Vault = {
    async get(name) {
      if ((await vault.place()) === 'session') {
        const secret = await session.get(PREFIX + name);
        return typeof secret === 'string' ? secret : null;
      }
      const sealed = await db.get('secrets', name);
      return sealed === undefined ? null : seal.open(sealed);
    },

    async set(name, secret) {
      if ((await vault.place()) === 'session') await setInSession({ [name]: secret });
      else if (secret === '') await db.delete('secrets', name);
      else await db.put('secrets', await seal.close(secret), name);
    },

    async names() {
      return (await vault.place()) === 'session' ? inSession() : db.getAllKeys('secrets');
    },

    async keep(settings, changes, place = settings?.keepSecrets ?? 'browser') {
      const before = await db.get('settings', 'settings');
      const kept = await everything();
      const moving = (await vault.place()) !== place;
      const gone = Object.keys(kept).filter(
        (name) => settings !== null && !(name in changes) && ownerLeft(name, before, settings),
      );
      const wanted: Secrets = {
        ...(moving ? kept : {}),
        ...changes,
        ...Object.fromEntries(gone.map((name) => [name, ''])),
      };
      if (place === 'session') {
        await setInSession(wanted);
        await store(settings, place, null).catch(async (error: unknown) => {
          await setInSession({ ...emptied(wanted), ...(moving ? {} : kept) });
          throw error;
        });
      } else {
        await store(settings, place, wanted);
        if (moving) await setInSession(emptied(kept));
      }
    },

    async place() {
      const kept = (await db.get('settings', 'kept')) ?? (await db.get('settings', 'settings'));
      // Settings stored before there was a choice keep secrets in the browser.
      return kept?.keepSecrets ?? 'browser';
    },
  };
  return withStorageProblems(vault);

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
  async function store(settings: OwnSettings | null, place: KeptIn, secrets: Secrets | null): Promise<void> {
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
      const kept = transaction.objectStore('settings');
      await kept.put({ keepSecrets: place }, 'kept');
      if (settings !== null) await kept.put(settings, 'settings');
    });
  }
}

/**
 * Whether a secret, named `<connection>.<key>`, belongs to a connection that was there before and is not any more, or
 * is one to another accounting system now.
 */
function ownerLeft(name: string, before: OwnSettings | undefined, after: OwnSettings): boolean {
  const [owner] = name.split('.');
  const systemIn = (settings: OwnSettings | undefined): string | undefined =>
    settings?.connections?.find(({ id }) => id === owner)?.system;
  return systemIn(before) !== undefined && systemIn(before) !== systemIn(after);
}

function emptied(secrets: Secrets): Secrets {
  return Object.fromEntries(Object.keys(secrets).map((name) => [name, '']));
}
