import type { SourceMemory } from '@/utils/accounting/system';
import { booksOf } from './books-of';
import type { Database } from './database';
import type { Connection } from './settings';
import { withStorageProblems } from './storage-problem';

/**
 * What the source of a connection remembers of its books, kept in IndexedDB.
 * @throws Problem `storageFull`, `storageGone` or `storageFailed` from every call
 */
export function createSourceMemory(db: Database, connection: Connection): SourceMemory {
  const books = booksOf(connection);
  return withStorageProblems({
    read: async () => (await db.get('sourceMemories', books)) ?? null,
    write: async (text: string) => {
      await db.put('sourceMemories', text, books);
    },
  });
}
