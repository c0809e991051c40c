import { allOrNothing } from './all-or-nothing';
import type { Database, SealedSecret } from './database';

const ALGORITHM = 'AES-GCM';

/** Seals texts with a key that this browser made and that cannot be read out, not even by the product itself. */
export interface Seal {
  close(text: string): Promise<SealedSecret>;
  /** Null for what was not sealed with this key, or was changed since. */
  open(sealed: SealedSecret): Promise<string | null>;
}

export function createSeal(db: Database, crypto: Crypto): Seal {
  const { subtle } = crypto;

  /** The one key. Two callers at once must not each make one: the first to store it wins. */
  async function key(): Promise<CryptoKey> {
    const known = await db.get('keys', 'vault');
    if (known !== undefined) return known;
    const made = await subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
    const transaction = db.transaction('keys', 'readwrite');
    return allOrNothing(transaction, async () => {
      const meanwhile = await transaction.store.get('vault');
      if (meanwhile === undefined) await transaction.store.put(made, 'vault');
      return meanwhile ?? made;
    });
  }

  return {
    async close(text) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(text);
      return { iv, sealed: await subtle.encrypt({ name: ALGORITHM, iv }, await key(), plain) };
    },
    async open({ iv, sealed }) {
      const opened = subtle.decrypt({ name: ALGORITHM, iv }, await key(), sealed);
      return opened.then(
        (plain) => new TextDecoder().decode(plain),
        () => null,
      );
    },
  };
}
