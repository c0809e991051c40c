import type { Database } from './database';

/** Keeps secrets in IndexedDB, sealed with a key that cannot leave this browser. */
export interface Vault {
  get(name: string): Promise<string | null>;
  set(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
  names(): Promise<readonly string[]>;
}

export function createVault(db: Database, { subtle, random }: { subtle: SubtleCrypto; random: Crypto }): Vault {
  async function key(): Promise<CryptoKey> {
    const known = await db.get('keys', 'vault');
    if (known !== undefined) return known;
    const made = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await db.put('keys', made, 'vault');
    return made;
  }

  return {
    async get(name) {
      const entry = await db.get('secrets', name);
      if (entry === undefined) return null;
      const plain = await subtle.decrypt({ name: 'AES-GCM', iv: entry.iv }, await key(), entry.sealed);
      return new TextDecoder().decode(plain);
    },
    async set(name, secret) {
      const iv = random.getRandomValues(new Uint8Array(12));
      const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, await key(), new TextEncoder().encode(secret));
      await db.put('secrets', { iv, sealed }, name);
    },
    remove: (name) => db.delete('secrets', name),
    names: async () => (await db.getAllKeys('secrets')).map(String),
  };
}
