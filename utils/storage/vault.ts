import type { Database } from './database';

/** Keeps secrets in IndexedDB, sealed with a key that this browser made and cannot give away. */
export interface Vault {
  /** The secret, or null if there is none or it can no longer be opened. */
  get(name: string): Promise<string | null>;
  /** Stores a secret; an empty text removes it. */
  set(name: string, secret: string): Promise<void>;
  /** The names of the secrets kept, never their values. */
  names(): Promise<readonly string[]>;
}

const ALGORITHM = 'AES-GCM';

export function createVault(db: Database, crypto: Crypto): Vault {
  const { subtle } = crypto;

  /** The one key. Two callers at once must not each make one: the first to store it wins. */
  async function key(): Promise<CryptoKey> {
    const known = await db.get('keys', 'vault');
    if (known !== undefined) return known;
    const made = await subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
    const { store, done } = db.transaction('keys', 'readwrite');
    const meanwhile = await store.get('vault');
    if (meanwhile === undefined) await store.put(made, 'vault');
    await done;
    return meanwhile ?? made;
  }

  return {
    async get(name) {
      const entry = await db.get('secrets', name);
      if (entry === undefined) return null;
      const opened = subtle.decrypt({ name: ALGORITHM, iv: entry.iv }, await key(), entry.sealed);
      return opened.then(
        (plain) => new TextDecoder().decode(plain),
        () => null,
      );
    },

    async set(name, secret) {
      if (secret === '') return db.delete('secrets', name);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(secret);
      const sealed = await subtle.encrypt({ name: ALGORITHM, iv }, await key(), plain);
      await db.put('secrets', { iv, sealed }, name);
    },

    names: () => db.getAllKeys('secrets'),
  };
}
