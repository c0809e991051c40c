import type { SourceMemory } from '@/utils/accounting/system';
import type { Ledger } from '@/utils/payments/accounting-invoice';
import { booksOf } from './books-of';
import type { Database } from './database';
import type { Connection } from './settings';
import { withStorageProblems } from './storage-problem';

/**
 * What the source of a ledger remembers of its books, kept in IndexedDB.
 * @throws Problem `storageFull`, `storageGone` or `storageFailed` from every call
 */
export function createSourceMemory(
  db: Database,
  connection: Connection,
  ledger: Ledger = 'receivable',
): SourceMemory {
  const books = booksOf(connection, ledger);
  return withStorageProblems({
    read: async () => (await db.get('sourceMemories', books)) ?? null,
    write: async (text: string) => {
      await db.put('sourceMemories', text, books);
    },
  });
}
