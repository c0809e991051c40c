import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openDatabase, type RunRecord } from '@/utils/storage/database';
import { MIGRATIONS } from '@/utils/storage/migrations';
import { pruneRuns } from '@/utils/storage/run-history';
import { storageProblem } from '@/utils/storage/storage-problem';
import { Problem } from '@/utils/payments/problem';
import { createTally } from '@/utils/sync/tally';
import { journalOf } from '../sync/support/run';
import { createStores, writeFirstVersion } from './support/first-version';

afterEach(() => {
  vi.restoreAllMocks();
});

const code = (expected: string): object => ({ reason: { code: expected } });

let databases = 0;
const aName = (): string => `faulty-${(databases += 1)}`;

const openRaw = (name: string, version?: number): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, version);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });
};

describe('a database that does not open', () => {
  it('belongs to a newer version of the product', async () => {
    const name = aName();
    (await openRaw(name, MIGRATIONS.length + 1)).close();
    await expect(openDatabase({ name })).rejects.toMatchObject(code('storageNewer'));
  });

  it('is held open by an older copy, until that one lets go', async () => {
    const name = aName();
    const older = await createStores(name);
    await expect(openDatabase({ name })).rejects.toMatchObject(code('storageBlocked'));
    older.close();
    const db = await openDatabase({ name });
    expect(db.version).toBe(MIGRATIONS.length);
  });

  it('does not stay open behind the back of whoever gave up on it', async () => {
    const name = aName();
    const older = await createStores(name);
    await expect(openDatabase({ name })).rejects.toMatchObject(code('storageBlocked'));
    older.close();
    // Were it open, this would be blocked.
    const deleted = indexedDB.deleteDatabase(name);
    const blocked = vi.fn();
    deleted.onblocked = blocked;
    await new Promise((resolve) => (deleted.onsuccess = resolve));
    expect(blocked).not.toHaveBeenCalled();
  });

  it.each<[string, string, string]>([
    ['a private window', 'InvalidStateError', 'storageFailed'],
    ['forbidden storage', 'SecurityError', 'storageFailed'],
    ['a damaged profile', 'UnknownError', 'storageFailed'],
    ['a full disk', 'QuotaExceededError', 'storageFull'],
  ])('is one in %s', async (_, name, expected) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    await expect(openDatabase({ name: aName() })).rejects.toMatchObject(code(expected));
  });

  it.each<[string, string, string]>([
    ['room', 'QuotaExceededError', 'storageFull'],
    ['sense', 'DataError', 'storageFailed'],
  ])('because its upgrade ran out of %s is as it was before', async (_, error, expected) => {
    const name = aName();
    await writeFirstVersion(name);
    const update = vi.spyOn(IDBCursor.prototype, 'update').mockImplementation(() => {
      throw new DOMException('no', error);
    });
    await expect(openDatabase({ name })).rejects.toMatchObject(code(expected));
    update.mockRestore();
    const before = await openRaw(name);
    expect(before.version).toBe(1);
    expect([...before.objectStoreNames]).not.toContain('limits');
    before.close();
    await expect(openDatabase({ name })).resolves.toMatchObject({ version: MIGRATIONS.length });
  });
});

describe('a database in use', () => {
  it('gives way to a newer version, and says that it is gone', async () => {
    const name = aName();
    const onGone = vi.fn();
    const db = await openDatabase({ name, onGone });
    const newer = await openRaw(name, MIGRATIONS.length + 1);
    expect(onGone).toHaveBeenCalled();
    await expect(db.get('settings', 'settings')).rejects.toMatchObject(code('storageGone'));
    await expect(journalOf(db, 'run').parked()).rejects.toMatchObject(code('storageGone'));
    newer.close();
  });

  it('says that it is gone after the user has cleared the storage, and a new one is empty', async () => {
    const name = aName();
    const onGone = vi.fn();
    const db = await openDatabase({ name, onGone });
    await db.put('limits', [], 'host');
    await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
    expect(onGone).toHaveBeenCalled();
    await expect(db.put('limits', [], 'host')).rejects.toMatchObject(code('storageGone'));
    expect(await (await openDatabase({ name })).getAllKeys('limits')).toEqual([]);
  });

  it('tells a lost connection that nobody announced when it is next used', async () => {
    const onGone = vi.fn();
    const db = await openDatabase({ name: aName(), onGone });
    db.close();
    await expect(db.getAllKeys('runs')).rejects.toMatchObject(code('storageGone'));
    expect(onGone).toHaveBeenCalled();
  });

  it('tells a reading that was broken off once, to whoever reads', async () => {
    const db = await openDatabase({ name: aName() });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store it was taken from
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = get.call(this, key);
      this.transaction.abort();
      return request;
    });
    const unheard = vi.fn();
    process.on('unhandledRejection', unheard);
    await expect(db.get('settings', 'settings')).rejects.toMatchObject(code('storageGone'));
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', unheard);
    expect(unheard).not.toHaveBeenCalled();
  });

  it('drops an old run with all that belongs to it, or nothing of it', async () => {
    const db = await openDatabase({ name: aName() });
    const journal = journalOf(db, 'run');
    await journal.saveSummary(createTally('run', 'sync', 0).summary());
    await db.put('runs', { ...(await db.getAll('runs'))[0], phase: 'finished' } as RunRecord);
    await journal.record({ invoiceNumber: '12345', kind: 'failed', reasons: [] }, '');
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store it was taken from
    const remove = IDBObjectStore.prototype.delete;
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name === 'writes') throw new DOMException('broken', 'UnknownError');
      return remove.call(this, key);
    });
    const tooOld = 100 * 86_400_000;
    await expect(pruneRuns(db, tooOld)).rejects.toThrow('broken');
    expect([await db.count('runs'), await db.count('outcomes')]).toEqual([1, 1]);
    vi.restoreAllMocks();
    await pruneRuns(db, tooOld);
    expect([await db.count('runs'), await db.count('outcomes')]).toEqual([0, 0]);
  });
});

it('a problem that has its words already keeps them', () => {
  const problem = new Problem('storageFull');
  expect(storageProblem(problem, 'opening')).toBe(problem);
});
